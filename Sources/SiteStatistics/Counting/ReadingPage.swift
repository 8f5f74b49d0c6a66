import Web

/// Hears how far an article was read: a number from 1 to 4 and the address of the page, without a cookie.
struct ReadingPage: Sendable {
    let tally: Tally
    /// Who tells it more often than people read is no longer heard.
    private let limit = RateLimit(burst: 60, perMinute: 60)

    init(tally: Tally) { self.tally = tally }

    /// It answers nothing, whatever it is told.
    var route: Route {
        .get(StatisticsPath.reading, .anyone, "阅读深度") { [tally, limit] request, _ in
            if let path = request.query("page"), let depth = request.query("depth").flatMap({ Int($0) }),
                (try? limit.admit(request.address, at: request.now)) != nil
            {
                tally.add(depth: depth, of: path, by: request.header("User-Agent"), at: request.now)
            }
            return .noContent.header("Cache-Control", "no-store")
        }
    }
}
