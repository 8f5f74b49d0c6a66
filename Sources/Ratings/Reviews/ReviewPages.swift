import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Bad ratings on the desk of the organ they are about, and of those who watch over all of them.
struct ReviewPages: Sendable {
    let reviews: Reviews
    let directory: Directory

    private static let unknown: Sentence = "没有这条差评，或者它不归您的部门办理。"

    var routes: [Route] {
        [
            .get(RatingPath.reviews, .may(.readRatings, .watchRatings), "差评办理") { request, officer in
                try await list(request, officer)
            },
            .get(RatingPath.review("{id}"), .may(.readRatings, .watchRatings), "一条差评") { request, officer in
                try await show(request, officer)
            },
            step("contact", .handleRatings, "rating.contacted", "核实了一条差评") { review, act, _, _, _ in
                try review.contact(act)
            },
            step("correction", .handleRatings, "rating.corrected", "填写了差评的整改情况") {
                review, act, _, rules, due in
                try review.correct(act, callbackDue: due(rules.callbackDays))
            },
            step("callback", .handleRatings, "rating.called_back", "回访了差评人") { review, act, form, _, _ in
                guard let answer = form["satisfied"], ["true", "false"].contains(answer) else {
                    throw DomainError.invalid("satisfied", "请选择对方对整改是否满意。")
                }
                try review.callBack(act, isSatisfied: answer == "true")
            },
            step("appeal", .contestRatings, "rating.contested", "对一条差评提出申诉") { review, act, _, rules, due in
                try review.contest(act, rulingDue: due(rules.appealDays))
            },
            step("ruling", .ruleRatings, "rating.ruled", "裁定了差评申诉") { review, act, form, _, _ in
                guard let answer = form["granted"], ["true", "false"].contains(answer) else {
                    throw DomainError.invalid("granted", "请选择申诉是否成立。")
                }
                try review.rule(act, isGranted: answer == "true")
            },
        ]
    }

    private typealias Rule =
        @Sendable (inout RatingReview, RatingReview.Act, FormData, RatingRules, (Int) -> CivilDate) throws ->
        Void

    private func step(
        _ name: String, _ power: Power, _ action: String, _ word: String, _ rule: @escaping Rule
    ) -> Route {
        .post(RatingPath.step("{id}", name), .may(power), journal: action, word) { request, officer in
            let (id, form) = (try request.id(Self.unknown), try await request.form())
            let (organs, actor, now) = (Self.organs(officer, power), officer.actor(request), request.now)
            let act = RatingReview.Act(
                accountID: actor.accountID, name: actor.name, at: now, words: form["words"] ?? "")
            do {
                try await reviews.change(id, of: organs, action, word, by: actor, at: now) {
                    [rules = reviews.rules] in
                    try rule(&$0, act, form, rules, $1)
                }
                return .redirect(to: RatingPath.review(String(id)))
            } catch DomainError.invalid(let errors) {
                return try await show(request, officer, failed: name, entry: form, errors: errors)
            }
        }
    }

    /// The organs over which the officer has a power; nil for all of them. Who watches over the district sees and rules over
    /// all organs; what is done about a rating is for its own organ alone.
    private static func organs(_ officer: OfficerContext, _ power: Power) -> Set<String>? {
        let isWatch = officer.account.reachesDistrict(with: .watchRatings)
        return isWatch && [.readRatings, .ruleRatings].contains(power)
            ? nil : officer.account.organs(for: power)
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let state = request.query("state").flatMap(RatingReview.State.init) ?? .open
        let (slice, ratings) = try await reviews.page(
            state, of: Self.organs(officer, .readRatings), after: request.query("after"))
        let names = try await names()
        let page = ReviewListPage(
            reviews: slice.items, ratings: ratings, names: names, state: state, today: request.now.day,
            pager: Pager(next: slice.next, of: request))
        return .page(page.page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, failed: String = "", entry: FormData = FormData([]),
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let id = try request.id(Self.unknown)
        let (review, rating) = try await reviews.review(id, of: Self.organs(officer, .readRatings))
        let own = { (power: Power) in Self.organs(officer, power)?.contains(review.organ) ?? true }
        let page = ReviewPage(
            review: review, rating: rating, organ: try await names()[review.organ] ?? review.organ,
            mayHandle: officer.may(.handleRatings) && own(.handleRatings),
            mayContest: officer.may(.contestRatings) && own(.contestRatings),
            mayRule: officer.may(.ruleRatings) && own(.ruleRatings), today: request.now.day, failed: failed,
            entry: entry, errors: errors, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func names() async throws -> [String: String] {
        Dictionary(try await directory.everyOrgan().map { ($0.key, $0.name) }) { first, _ in first }
    }
}
