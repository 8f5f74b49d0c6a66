import RequestDoors
import ServiceRequests

extension RequestDoor {
    /// How what is said elsewhere becomes a request, by the rules of requests.
    ///
    /// - Parameter channel: the part of the house it comes from: `forum`, `correction`.
    static func door(to requests: ServiceRequests, channel: String) -> RequestDoor {
        RequestDoor(
            choices: {
                Choices(
                    categories: try await requests.openCategories().map { Choice($0.code, $0.name) },
                    kinds: try await requests.kinds().map { Choice($0.code, $0.name) },
                    streets: try await requests.streets().map { Choice($0.code, $0.name) })
            },
            file: { entry, actor, keeping in
                let forwarded = Forwarded(
                    category: entry.category, kind: entry.kind, division: entry.division, title: entry.title,
                    content: entry.words, source: entry.source, channel: channel, page: entry.page)
                return try await requests.file(forwarded, as: entry.author, by: actor, beside: keeping)
            },
            standings: { numbers in
                try await requests.standings(of: numbers).mapValues {
                    Standing(
                        organ: $0.organ, hasEnded: $0.hasEnded, answer: $0.answer, address: $0.address)
                }
            }, page: { RequestPath.desk($0) })
    }
}
