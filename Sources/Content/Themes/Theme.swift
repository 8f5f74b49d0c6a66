import Refusals
import Services

/// What services, policies and pages are gathered under whatever column and site they stand in: a life event (人生大事) or
/// a group of people (人群).
struct Theme: Sendable {
    /// Which of the two.
    enum Kind: String, Sendable, CaseIterable {
        case lifeEvent = "life_event"
        case audience

        /// The words people read.
        var chinese: String {
            switch self {
            case .lifeEvent: "按人生大事找"
            case .audience: "按人群找"
            }
        }

        /// Where all of them stand.
        var path: String { self == .lifeEvent ? ThemePath.lifeEvents : ThemePath.audiences }
    }

    let kind: Kind
    /// The key by which contents name it.
    let key: String
    let name: String
    /// A few words on what is there.
    let hint: String
    /// Whether a service belongs here.
    let admits: @Sendable (ServiceItem) -> Bool

    /// Its address.
    var path: String { "\(kind.path)/\(key)" }
    /// What documents are found by.
    var facet: String { Self.facet(kind, key) }

    static func facet(_ kind: Kind, _ key: String) -> String { "\(kind.rawValue) \(key)" }
}

/// All life events and groups of people.
struct Themes: Sendable {
    let all: [Theme]

    /// Those that come with the library of services.
    ///
    /// - Throws: `ItemFileError` when a file cannot be read.
    static func delivered() throws -> Themes {
        let events = try ItemFiles.lifeEvents().map { event in
            Theme(kind: .lifeEvent, key: event.key, name: event.name, hint: event.hint) {
                $0.lifeEvents.contains(event.key)
            }
        }
        let groups = try ItemFiles.audiences().map { group in
            Theme(kind: .audience, key: group.key, name: group.name, hint: group.hint, admits: group.admits)
        }
        return Themes(all: events + groups)
    }

    func of(_ kind: Theme.Kind) -> [Theme] { all.filter { $0.kind == kind } }

    /// - Throws: `notFound`.
    func theme(_ kind: Theme.Kind, _ key: String) throws -> Theme {
        guard let theme = of(kind).first(where: { $0.key == key }) else {
            throw DomainError.notFound("没有这个分类，网址可能写错了。")
        }
        return theme
    }

    /// - Throws: `invalid` for a manuscript that names what there is not.
    func check(_ manuscript: Manuscript) throws {
        let named = [(Theme.Kind.lifeEvent, manuscript.lifeEvents), (.audience, manuscript.audiences)]
        let errors = named.flatMap { kind, keys in
            let known = Set(of(kind).map(\.key))
            return (keys ?? []).filter { !known.contains($0) }.map {
                FieldError(kind.rawValue, "没有代号为「\($0)」的分类，请重新选择。")
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}
