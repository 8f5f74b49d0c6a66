import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// The tablet at a window: five faces for whoever was just served, large, without signing in, and by itself ready for the
/// next. Only machines that the installation knows by their address show it, so that nobody rates from home for others.
struct WindowPages: Sendable {
    let ratings: WindowRatings
    /// What the known machines are called, by their address.
    let kiosks: [String: String]

    var routes: [Route] {
        [
            .get(RatingPath.window("{id}"), .anyone, "窗口评价器") { request, _ in try await show(request) },
            .post(RatingPath.window("{id}"), .anyone, journal: "rating.given", "在窗口评价") { request, _ in
                try await rate(request)
            },
        ]
    }

    private func window(_ request: WebRequest) throws -> Int64 {
        guard kiosks[request.address] != nil else { throw DomainError.notFound("这里不是登记过的评价器。") }
        return try request.id("没有这个窗口。")
    }

    private func show(
        _ request: WebRequest, status: HTTPResponse.Status = .ok, refused: Sentence? = nil
    ) async throws -> WebResponse {
        let window = try window(request)
        let visit = try await ratings.waiting(at: window, request.now)
        let page = WindowPage(
            window: window, visit: visit, thanks: request.query("thanks") != nil, refused: refused,
            token: request.csrf)
        // It asks anew by itself, also without a script: a header is read by every browser.
        return WebResponse.page(page.page, status: status)
            .header("Refresh", "\(page.seconds); url=\(RatingPath.window(String(window)))")
            .header("Cache-Control", "no-store")
    }

    private func rate(_ request: WebRequest) async throws -> WebResponse {
        let (window, form) = (try window(request), try await request.form())
        let actor = Actor(
            accountID: 0, name: "办事人", roles: [], channel: request.channel.rawValue, address: request.address)
        do {
            try await ratings.rate(
                form["visit"] ?? "", at: window, form["grade"].flatMap { Int($0) }, by: actor, at: request.now
            )
            return .redirect(to: "\(RatingPath.window(String(window)))?thanks=1")
        } catch DomainError.conflict(let sentence) {
            return try await show(request, status: .conflict, refused: sentence)
        } catch DomainError.invalid(let errors) {
            return try await show(request, status: .unprocessableContent, refused: errors.first?.sentence)
        }
    }
}

/// What the tablet shows.
struct WindowPage {
    let window: Int64
    let visit: ServedVisit?
    let thanks: Bool
    let refused: Sentence?
    let token: CSRFToken

    /// Until when it shows this: who hesitates has a minute, and nobody waits long for thanks to go.
    var seconds: Int { visit == nil ? 5 : 60 }

    var page: Page {
        Page(
            "请您评价", width: .wide, offersSearch: false,
            body: """
                <div class="kiosk faces-page">
                \(refused.map { Notice("\($0)", tone: .warning).html })
                \(content)
                </div>
                """)
    }

    private var content: HTML {
        if let visit { return faces(visit) }
        if thanks {
            return """
                <h1>谢谢您的评价</h1><p class="lead">给出差评的，办理部门会核实和整改。</p>
                """
        }
        return """
            <h1>欢迎您</h1><p class="lead">办完以后，请您在这里评价窗口的服务。不评价的不计入统计，也不算好评。</p>
            """
    }

    private func faces(_ visit: ServedVisit) -> HTML {
        """
        <h1>\(visit.label) 号，这次服务您满意吗？</h1>
        <p class="lead">\(visit.place)，\(visit.business)。按一个表情就好，不用登录，不记姓名。</p>
        <form method="post" action="\(RatingPath.window(String(window)))" class="faces">\(token.field)\
        <input type="hidden" name="visit" value="\(visit.id)">\
        \(each: Rating.grades, { button($0.value, $0.label) })</form>
        """
    }

    private func button(_ grade: Int, _ label: String) -> HTML {
        """
        <button class="face face-\(grade)" name="grade" value="\(grade)">\
        <svg viewBox="0 0 48 48" width="96" height="96" aria-hidden="true"><circle cx="24" cy="24" r="21"/>\
        <circle class="eye" cx="17" cy="19" r="2.5"/><circle class="eye" cx="31" cy="19" r="2.5"/>\
        <path d="\(Self.mouth(grade))"/></svg><span>\(label)</span></button>
        """
    }

    /// From a smile to the opposite.
    private static func mouth(_ grade: Int) -> String {
        let depth = [5: 40, 4: 36, 3: 31, 2: 26, 1: 22][grade] ?? 31
        return "M14 31 Q24 \(depth) 34 31"
    }
}
