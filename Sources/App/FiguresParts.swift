import Forum
import ParticipationFigures
import ServiceRequests

extension SpokenSource {
    /// Requests and petitions, as they came in.
    static func requests(_ requests: ServiceRequests) -> SpokenSource {
        SpokenSource(name: "requests", isReadAnew: false) { after, limit in
            try await requests.spokenOf(after: after, limit: limit).map {
                Spoken(key: $0.id, at: $0.at, topic: $0.category, place: $0.street, title: $0.title)
            }
        }
    }

    /// Those who joined a request instead of repeating it.
    static func joined(_ requests: ServiceRequests) -> SpokenSource {
        SpokenSource(name: "joined", isReadAnew: true) { _, limit in
            try await requests.joined(limit: limit).enumerated().map { place, one in
                Spoken(
                    key: Int64(place), at: one.at, topic: one.category, place: one.street, title: one.title,
                    isJoined: true)
            }
        }
    }

    /// Topics of the forum; what was hidden since is gone.
    static func forum(_ forum: Forum) -> SpokenSource {
        SpokenSource(name: "forum", isReadAnew: true) { _, limit in
            try await forum.spokenOf(limit: limit).map {
                Spoken(key: $0.id, at: $0.at, topic: "论坛：\($0.board)", place: "", title: $0.title)
            }
        }
    }
}
