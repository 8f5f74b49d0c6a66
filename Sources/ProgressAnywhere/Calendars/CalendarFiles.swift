import HTTPTypes
import Identity
import Refusals
import Web

/// What calendar programs read, and the file of one matter.
struct CalendarFiles: Sendable {
    static let mediaType = "text/calendar; charset=utf-8"

    let calendars: Calendars
    /// Programs ask a few times a day; one that asks all the time waits.
    private let limit = RateLimit(burst: 20, perMinute: 4)
    /// Whoever tries tokens.
    private let strangers = RateLimit(burst: 60, perMinute: 30)

    init(calendars: Calendars) { self.calendars = calendars }

    var routes: [Route] {
        [
            .get("/cases/{number}/calendar.ics", .signedIn, "办件日历文件") { request, caller in
                let number = try request.parameter("number")
                let calendar = try await calendars.calendar(of: number, for: caller.viewer, at: request.now)
                return answer(calendar, named: "\(number).ics")
            },
            .get(ProgressPath.calendar("{token}"), .anyone, "日历订阅") { request, _ in
                let token = try request.parameter("token")
                try strangers.admit(request.address, at: request.now)
                try limit.admit(CalendarSubscription.digest(of: token), at: request.now)
                return answer(
                    try await calendars.calendar(token: token, at: request.now), named: "minben.ics")
            },
        ]
    }

    private func answer(_ calendar: CalendarText, named name: String) -> WebResponse {
        WebResponse.file(
            Array(calendar.text.utf8), name: name, contentType: Self.mediaType, disposition: .attachment
        ).header("Cache-Control", "private, no-store").header("X-Robots-Tag", "noindex")
    }
}
