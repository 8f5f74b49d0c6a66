import Refusals
import WorkingTime

/// How offices come, change their names and go.
extension OrganOffice {
    private static let longestName = 30
    private static let longestNoticeDays = 366

    /// Opens an office of an organ.
    ///
    /// - Parameters:
    ///   - known: every office the organ has or had.
    ///   - day: its first day; not to come, for nobody stands in what is not there.
    /// - Throws: `conflict` for an organ that is gone; `invalid` for a name that is none or taken, and for the day.
    public static func open(
        _ name: String, in organ: Organ, beside known: [OrganOffice], from day: CivilDate, today: CivilDate
    ) throws -> OrganOffice {
        guard organ.isLiving else { throw DomainError.conflict("\(organ.name)已经撤并，不能再设科室。") }
        guard day <= today else { throw DomainError.invalid("from", "设立日期不能晚于今天。") }
        guard organ.validFrom.map({ $0 <= day }) ?? true else {
            throw DomainError.invalid("from", "设立日期不能早于\(organ.name)组建的日期。")
        }
        let position = (known.map(\.position).max() ?? 0) + 1
        let office = OrganOffice(organ: organ.key, position: position, name: name, validFrom: day)
        try office.require(name: name, beside: known)
        return office
    }

    /// Gives it another name from today on; the one it had is kept until yesterday.
    ///
    /// - Throws: `conflict` when its end is set; `invalid` for a name that is none, taken or the same.
    public mutating func rename(_ name: String, beside known: [OrganOffice], today: CivilDate) throws {
        guard isOpen else { throw DomainError.conflict("「\(self.name)」已经撤销，不能更名。") }
        guard name != self.name else { throw DomainError.invalid("name", "名称没有变。") }
        try require(name: name, beside: known)
        let last = today.adding(days: -1)
        // What it was called for a part of a day was nobody's name.
        let wasThere = validFrom.map { $0 <= last } ?? true
        if wasThere, !earlierNames.contains(where: { $0.validUntil == last }) {
            earlierNames.append(EarlierName(validUntil: last, name: self.name))
        }
        self.name = name
    }

    /// Sets its last day. What was finished in it stays under its name.
    ///
    /// - Parameters:
    ///   - posts: how many posts stand in it.
    ///   - heir: where they go; nil when nothing is said.
    /// - Throws: `conflict` when its end is set, or posts stand in it and go nowhere; `invalid` for the day and the heir.
    public mutating func close(
        on last: CivilDate, posts: Int, to heir: OrganOffice?, today: CivilDate
    ) throws {
        guard isOpen else { throw DomainError.conflict("「\(name)」已经撤销。") }
        guard last >= today else {
            throw DomainError.invalid("until", "最后一天不能早于今天：此前完成的步骤记在这个科室名下。")
        }
        guard last <= today.adding(days: Self.longestNoticeDays) else {
            throw DomainError.invalid("until", "最后一天最晚是一年以后，请核对年份。")
        }
        if let heir, heir.organ != organ || heir.key == key || !heir.isOpen {
            throw DomainError.invalid("heir", "请选同一部门里没有撤销的另一个科室。")
        }
        guard posts == 0 || heir != nil else {
            throw DomainError.conflict("还有 \(posts) 个岗位在「\(name)」，请选由哪个科室接收，或者先把岗位调走。")
        }
        validUntil = last
    }

    private func require(name: String, beside known: [OrganOffice]) throws {
        guard !name.allSatisfy(\.isWhitespace) else { throw DomainError.invalid("name", "请写明科室的名称。") }
        guard name.count <= Self.longestName else {
            throw DomainError.invalid("name", "科室名称最多 \(Self.longestName) 字，请精简。")
        }
        guard !known.contains(where: { $0.isOpen && $0.key != key && $0.name == name }) else {
            throw DomainError.invalid("name", "已经有「\(name)」，同一部门的科室不能同名。")
        }
    }
}
