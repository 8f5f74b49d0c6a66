import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Surveys

let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts and a survey in it.
struct SurveyHouse: Sendable {
    let database: Database
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let module = try Surveys(database: database, directory: Directory(database)).module()
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        routes = module.routes
        let modules = [try .journal(), try .government(), try identity.module(), module]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    static let facts = Survey.Facts(
        title: "长者饭堂就餐需求调查", purpose: "明年增设长者饭堂，结果用来定点位。", opensOn: noon.day,
        closesOn: noon.day.adding(days: 10), quotas: [:])

    static func questions() throws -> [SurveyQuestion] {
        [
            try SurveyQuestion(
                key: "q1", kind: .one, words: "在哪里吃？", options: ["城东", "城西"], isRequired: true),
            try SurveyQuestion(
                key: "q2", kind: .several, words: "哪几餐？", options: ["早餐", "午餐", "晚餐"], isRequired: false),
            try SurveyQuestion(key: "q3", kind: .text, words: "建议", options: [], isRequired: false),
        ]
    }

    static let writer = Actor(accountID: 11, name: "写的人", channel: "page", address: "")
    static let head = Actor(accountID: 12, name: "发布的人", channel: "page", address: "")

    /// A survey that takes answers.
    func survey(quotas: [AgeBand: Int] = [:]) async throws -> Survey {
        var facts = Self.facts
        facts.quotas = quotas
        return try await database.write { [facts] tx in
            var survey = try Survey.begin(facts, id: tx.ids.next(), organ: "mzj", by: Self.writer)
            for question in try Self.questions() {
                try survey.put(question, seen: survey.revision, by: Self.writer)
            }
            try survey.publish(by: Self.head, on: noon.day)
            try SurveyStore.insert(survey, in: tx)
            try SurveyStore.update(survey, in: tx)
            try SurveyStore.giveSecret(to: survey.id, in: tx)
            return survey
        }
    }

    func answer(_ survey: Survey, as name: String, _ given: [String: [String]] = ["q1": ["1"]]) async throws {
        try await Answering(database: database).answer(
            survey.id, as: try await account(name), { given[$0] ?? [] },
            by: Actor(accountID: 0, name: "参加调查的人", channel: "page", address: ""), at: noon)
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String? = nil, at now: Instant = noon,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account: Account? = if let name { try await account(name) } else { nil }
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: now) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
