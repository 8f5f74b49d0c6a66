import App
import Foundation
import HTTPTypes
import Testing
import Web

@Suite("Every route declares itself")
struct RouteTests {
    private let routes: [Route]

    init() async throws { routes = try await Installation.temporary().routes() }

    @Test("a route that changes something names its journal action")
    func changesAreJournalled() {
        let silent = routes.filter { $0.method != .get && ($0.journal ?? "").isEmpty }.map(\.path)
        #expect(silent.isEmpty)
    }

    @Test("a route that only reads names none")
    func readsAreNot() {
        #expect(routes.filter { $0.method == .get && $0.journal != nil }.map(\.path).isEmpty)
    }

    @Test("no two routes answer the same method and path")
    func routesAreDistinct() {
        let shapes = routes.map { "\($0.method) \($0.path.replacing(/\{[^}]+\}/, with: "{}"))" }
        let repeated = Dictionary(grouping: shapes) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(repeated.isEmpty)
    }

    // Looking up progress is a POST so that the query code stays out of addresses and logs; checking a proof, because
    // it is a file; a checkpoint to be witnessed proves itself by its signature.
    @Test(
        "strangers may change nothing but open a session, look up their progress and have something verified")
    func strangersOnlySignIn() {
        let open = routes.filter { $0.method != .get && $0.policy == "anyone" }.map(\.path)
        let doors = [
            "/sign-in", "/sign-in/passkey", "/sign-in/certificate", "/sign-out", "/kiosk/sign-in",
            "/kiosk/session", "/kiosk/end", "/progress", "/api/v1/sessions", "/proofs",
            "/api/v1/witness/add-checkpoint",
            // Programs prove themselves by their secrets; the others lead to a question.
            "/oauth/token", "/oauth/revocation", "/openid/authorize", "/openid/logout",
            "/openid/logout/confirmation",
            // A licence in somebody's hands.
            "/verify/file",
            // What readers say is wrong on a page.
            "/corrections",
            // Saying something to the government: about some things also without a name.
            "/requests", "/requests/details",
            // Open311 proves a program by its key, which is part of the form.
            "/open311/v2/requests.json", "/open311/v2/requests.xml",
            "/open311/v2/servicerequestupdates.json", "/open311/v2/servicerequestupdates.xml",
            // Only from the machines that the installation knows.
            "/halls/{id}/tickets", "/rate/windows/{id}",
            // A carrier proves a receipt by its signature.
            "/v2/receipts/{carrier}",
            // A gateway proves what it passes on by its signature.
            "/v2/inbound/{carrier}",
            // Whoever was served rates the visit by its code, once.
            "/rate/{code}", "/api/v1/visits/{code}/rating",
        ]
        #expect(Set(open).isSubset(of: doors))
    }

    @Test("other sites may send forms only to where the standards of signing in ask for it")
    func otherSites() {
        let open = routes.filter(\.admitsOtherSites).map(\.path)
        #expect(Set(open) == ["/openid/authorize", "/openid/logout"])
    }

    @Test("strangers see only what is public")
    func publicPagesAreListed() {
        let open = Set(routes.filter { $0.method == .get && $0.policy == "anyone" }.map(\.path))
        #expect(open.subtracting(Self.publicPaths).isEmpty)
    }

    // A standard spoken beside the API describes itself: SCIM at `/scim/v2/Schemas`.
    @Test("every call of the API is described in its document")
    func callsAreDescribed() {
        let undescribed = routes.filter { $0.path.hasPrefix("/api/") && $0.operation == nil }.map(\.path)
        #expect(undescribed.isEmpty)
        let ids = routes.compactMap(\.operation?.id)
        #expect(Set(ids).count == ids.count)
    }

    /// What anyone may read; a new public page is added here on purpose.
    private static let publicPaths: Set<String> = [
        "/", "/sites/{site}", "/sites/{site}/{column}", "/sites/{site}/{column}/{id}",
        "/feeds/{site}/{column}", "/attachments/{id}", "/images/{id}", "/images/{id}/small",
        "/life-events", "/life-events/{key}", "/life-events/{key}/{kind}",
        "/audiences", "/audiences/{key}", "/audiences/{key}/{kind}", "/sitemaps/standing",
        "/openness/requests/{id}",
        "/sitemap.xml", "/sitemaps/{site}/{year}", "/robots.txt", "/about", "/accessibility", "/opinions",
        "/halls", "/appointments", "/halls/{id}", "/halls/{id}/kiosk", "/halls/{id}/screen",
        "/halls/{id}/screen/events",
        "/tickets/{code}", "/api/v1/halls", "/api/v1/halls/{id}/slots",
        "/healthz", "/readyz", "/sign-in",
        "/kiosk", "/kiosk/end", "/kiosk/sign-in", "/kiosk/sign-in/waiting", "/services", "/services/{code}",
        "/progress", "/verify",
        "/verify/{code}", "/verify/file", "/verify/shown/{code}", "/licences/keys",
        "/api/v1/licences/{number}/standing", "/documents/{code}",
        "/documents/{code}.pdf", "/openness/requests", "/openness/catalogue", "/openness/guide",
        "/openness/reports", "/openness/reports/{year}", "/openness/reports/{year}.csv",
        "/api/v1/openapi.json", "/api/v1/services", "/api/v1/joint-services", "/api/v1/joint-services/{code}",
        "/api/v1/services/{code}",
        "/api/v1/services/{code}/form",
        "/api/v1/cases/{number}/progress", "/search", "/api/v1/search", "/reading",
        "/corrections/form", "/corrections/{code}", "/proofs",
        "/api/v1/journal/checkpoint",
        "/api/v1/journal/consistency", "/api/v1/journal/key", "/api/v1/journal/tile/{level}/{part1}",
        "/api/v1/journal/tile/{level}/{part1}/{part2}",
        "/api/v1/journal/tile/{level}/{part1}/{part2}/{part3}",
        "/api/v1/journal/tile/{level}/{part1}/{part2}/{part3}/{part4}",
        "/.well-known/openid-configuration", "/oauth/keys", "/openid/authorize", "/openid/continue",
        "/openid/logout", "/calendars/{token}.ics", "/rate", "/rate/{code}", "/ratings", "/ratings.csv",
        "/api/v1/ratings", "/rate/windows/{id}", "/api/v1/regions", "/supervision",
        "/supervision/periods", "/supervision/scores.csv", "/supervision/signals", "/supervision/signals.csv",
        "/api/v1/published-signals",
        "/supervision/bulletins", "/supervision/bulletins.atom", "/supervision/bulletins/{period}",
        "/supervision/bulletins/{period}/bulletin.pdf", "/supervision/bulletins/{period}/figures.csv",
        "/supervision/bulletins/{period}/edition.json", "/api/v1/bulletins", "/api/v1/bulletins/{period}",
        "/surveys", "/surveys/{id}", "/surveys/{id}/results.csv",
        "/requests", "/requests/form", "/requests/map", "/requests/map.geojson", "/requests/{id}",
        "/open311/discovery.json", "/open311/discovery.xml",
        "/open311/v2/openapi.yaml", "/faq",
        "/open311/v2/services.json", "/open311/v2/services.xml",
        "/open311/v2/services/{code}.json", "/open311/v2/services/{code}.xml",
        "/open311/v2/requests.json", "/open311/v2/requests.xml",
        "/open311/v2/requests/{number}.json", "/open311/v2/requests/{number}.xml",
        "/open311/v2/tokens/{number}.json", "/open311/v2/tokens/{number}.xml",
        "/open311/v2/servicerequestupdates.json", "/open311/v2/servicerequestupdates.xml",
        "/consultations", "/consultations/{id}", "/consultations/{id}/comments",
        "/consultations/{id}/comparison", "/consultations/{id}/results.csv", "/api/v1/consultations",
        "/api/v1/consultations/{id}", "/api/v1/consultations/{id}/comments",
        "/forum", "/forum/topics/{id}", "/api/v1/forum/topics", "/api/v1/forum/topics/{id}",
        "/hearings", "/hearings/{id}", "/hearings/{id}/record", "/hearings/{id}/participants.csv",
        "/hearings/{id}/materials/{material}",
        "/api/v1/hearings", "/api/v1/hearings/{id}",
    ]
}
