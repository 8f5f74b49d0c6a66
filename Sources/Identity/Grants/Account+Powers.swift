import Web

/// What posts let an account do. It has no power of its own.
extension Account {
    /// Whether any post gives the power, over whatever organ.
    public func may(_ power: Power) -> Bool { posts.contains { grants[$0.role, power.name] != nil } }

    /// The organs in which a post gives the power over that organ.
    public func organs(for power: Power) -> Set<String> {
        Set(posts.filter { grants[$0.role, power.name]?.terms.scope == .own }.map(\.organ))
    }

    /// The organs in which a post gives the power, over whatever organ.
    public func seats(with power: Power) -> Set<String> {
        Set(posts.filter { grants[$0.role, power.name] != nil }.map(\.organ))
    }

    /// Whether a post gives the power over every organ of the district.
    public func reachesDistrict(with power: Power) -> Bool {
        posts.contains { grants[$0.role, power.name]?.terms.scope == .district }
    }

    /// How far personal data are shown to this account in a matter that these organs handle.
    ///
    /// - Parameter isOwn: whether it filed the matter itself, and so has read all of it.
    public func grade(handledBy organs: Set<String>, isOwn: Bool) -> DataGrade {
        let grades = posts.compactMap { post -> DataGrade? in
            guard let terms = grants[post.role, Power.readCases.name]?.terms else { return nil }
            return terms.scope == .district || organs.contains(post.organ) ? terms.grade : nil
        }
        return (grades + (isOwn ? [.reasoned] : [])).max() ?? .masked
    }
}

extension OfficerContext {
    /// Whether any of the officer's posts gives the power.
    public func may(_ power: Power) -> Bool { account.may(power) }
}
