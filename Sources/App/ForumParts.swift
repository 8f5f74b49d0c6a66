import Forum
import ServiceRequests

extension RequestDoor {
    /// How posts of the forum become requests, by the rules of requests.
    static func door(to requests: ServiceRequests) -> RequestDoor {
        RequestDoor(
            choices: {
                Choices(
                    categories: try await requests.openCategories().map { Choice($0.code, $0.name) },
                    kinds: try await requests.kinds().map { Choice($0.code, $0.name) },
                    streets: try await requests.streets().map { Choice($0.code, $0.name) })
            },
            file: { entry, actor in
                let forwarded = Forwarded(
                    category: entry.category, kind: entry.kind, division: entry.division, title: entry.title,
                    content: entry.words, source: "市民论坛 \(ForumPath.all)/topics/\(entry.topic)",
                    channel: "forum")
                return try await requests.file(forwarded, as: entry.author, by: actor)
            },
            standings: { numbers in
                try await requests.standings(of: numbers).mapValues {
                    Standing(
                        organ: $0.organ, hasEnded: $0.hasEnded, answer: $0.answer, address: $0.address)
                }
            })
    }
}
