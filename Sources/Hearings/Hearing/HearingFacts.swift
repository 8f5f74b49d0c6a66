import Refusals
import WorkingTime

/// One role of those who take part, and how many places it has.
struct Seats: Sendable, Hashable, Codable {
    let code: String
    let name: String
    let seats: Int
}

extension Hearing {
    /// Where it stands.
    enum State: String, Sendable, CaseIterable {
        case draft, announced, drawn, live, recorded, published, decided, cancelled

        var chinese: String {
            switch self {
            case .draft: "筹备中"
            case .announced: "已公告"
            case .drawn: "名单已公布"
            case .live: "正在举行"
            case .recorded: "等待签字"
            case .published: "笔录已公布"
            case .decided: "已作出决定"
            case .cancelled: "已取消"
            }
        }
    }

    /// What the announcement says.
    struct Facts: Sendable, Hashable {
        var title: String
        var matter: String
        var place: String
        var startsAt: Instant
        /// The last day on which people register.
        var registerBy: CivilDate
        var seats: [Seats]

        /// - Throws: `invalid` at the fields.
        func check() throws {
            var errors: [FieldError] = []
            if !(4...80).contains(title.count) { errors.append(FieldError("title", "请写明听证什么，4 到 80 字。")) }
            if !(10...3_000).contains(matter.count) {
                errors.append(FieldError("matter", "请写明要决定的事项和方案，10 到 3000 字。"))
            }
            if !(2...100).contains(place.count) { errors.append(FieldError("place", "请写明地点，2 到 100 字。")) }
            if registerBy >= startsAt.day { errors.append(FieldError("register_by", "报名截止应早于听证会那天。")) }
            if !seats.contains(where: { $0.seats > 0 })
                || seats.contains(where: { !(0...500).contains($0.seats) })
            {
                errors.append(FieldError("seats", "请写明各类参加人的名额，0 到 500，至少一类不为 0。"))
            }
            guard errors.isEmpty else { throw DomainError.invalid(errors) }
        }
    }

    /// What was decided afterwards.
    struct Decision: Sendable, Hashable {
        let title: String
        /// What of the record was taken up, what was not, and why.
        let taken: String
        /// The lines of the record it refers to.
        let lines: [Int]
        let on: CivilDate
    }
}
