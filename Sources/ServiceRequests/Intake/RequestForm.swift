import Codes
import DecisionModel
import Refusals
import Web
import WorkingTime

/// What somebody says to the government (诉求): what, about what, where, in whose name.
struct RequestForm: Sendable, Hashable {
    var category = ""
    var kind = ""
    var title = ""
    var content = ""
    /// The street (nine digits).
    var division = ""
    /// The place in words, and on the map.
    var place = ""
    var point = ""
    /// Whether the answer may be published without names.
    var isPublic = true
    /// Whether it is said without a name.
    var isAnonymous = false
    /// For how many it speaks, and the names of those who speak for them.
    var people = "1"
    var representatives = ""
    /// Key of the organ it accuses.
    var against = ""
    /// Whether it cannot wait, as whoever takes it in sees it; only the desk says so.
    var isUrgent = false
    /// Whether an office says it of its own accord; only another part of the house says so.
    var isOffice = false
    /// The call in which it was said; only the desk fills it in.
    var call = ""
    /// What tells a page of the desk that was sent twice from two pages.
    var once = ""
    /// The day on which a letter came in; only the desk says so.
    var received = ""
    /// Which one of its account's it is; only the office that takes it in knows.
    var turn: Int?

    static let longestTitle = 60
    static let longestContent = 2_000
    static let longestLine = 200
    static let longestNames = 500

    init() {}

    init(_ form: FormData) {
        category = form["category"] ?? ""
        kind = form["kind"] ?? ""
        title = form["title"] ?? ""
        content = form["content"] ?? ""
        division = form["division"] ?? ""
        place = form["place"] ?? ""
        point = Self.point(form)
        isPublic = form["is_public"] != "no"
        isAnonymous = form["is_anonymous"] == "yes"
        people = form["people"].flatMap { $0.isEmpty ? nil : $0 } ?? "1"
        representatives = form["representatives"] ?? ""
        against = form["against"] ?? ""
    }

    private static func point(_ form: FormData) -> String {
        let degrees = [form["point.lon"], form["point.lat"]].map { $0 ?? "" }
        return degrees.allSatisfy(\.isEmpty) ? form["point"] ?? "" : degrees.joined(separator: ",")
    }

    /// The names of those who speak for a group, one in a line or with a mark between.
    var names: [String] {
        representatives.split { $0.isNewline || "、,，;；".contains($0) }
            .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// For how many people it speaks.
    var count: Int { Int(people) ?? 0 }

    /// From when it counts as received: a letter, from its day, however late it is entered.
    func receivedAt(_ now: Instant) -> Instant {
        guard let day = CivilDate(iso: received), day < now.day else { return now }
        return day.startOfDay
    }

    /// The answers as the case keeps them.
    ///
    /// - Parameter names: whether it tells who speaks for a group and in which call it was said; not where its author gives no
    ///   name or is protected.
    func values(round: Int, earlier: String?, origin: String? = nil, names shown: Bool = true) -> [String:
        Value]
    {
        let fields: [(RequestField, String)] = [
            (.category, category), (.kind, kind), (.title, title), (.content, content),
            (.division, division), (.place, place), (.point, point), (.people, people),
            (.representatives, shown ? names.joined(separator: "、") : ""), (.against, against),
            (.isPublic, isPublic ? "yes" : "no"), (.round, String(round)), (.earlier, earlier ?? ""),
            (.origin, origin ?? ""), (.call, shown ? call : ""),
            (.urgent, isUrgent ? "yes" : ""), (.isOffice, isOffice ? "yes" : ""),
            (.received, received), (.turn, turn.map(String.init) ?? ""),
        ]
        let said = fields.filter { !$1.isEmpty }.map { ($0.rawValue, Value.string($1)) }
        return Dictionary(said) { first, _ in first }
    }
}
