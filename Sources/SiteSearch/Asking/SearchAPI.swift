import Government
import Refusals
import Search
import Services
import Web
import WorkingTime

/// The search for programs.
struct SearchAPI: Sendable {
    let finding: Finding
    let directory: Directory

    var routes: [Route] {
        [
            .get(SearchPath.api, .anyone, "搜索", api: Self.operation) { request, _ in
                let inquiry = try checked(request)
                let answer = try await finding.answer(inquiry, after: request.query("after"))
                return try .json(AnswerJSON(answer, organs: try await directory.organNamesByKey()))
            }
        ]
    }

    /// A page leaves out what it does not understand; a program is told.
    private func checked(_ request: WebRequest) throws -> Inquiry {
        let inquiry = Inquiry { request.query($0) }
        guard request.query("kind") == nil || inquiry.kind != nil else {
            throw DomainError.invalid("kind", "没有这个类别。")
        }
        guard request.query("year") == nil || inquiry.year != nil else {
            throw DomainError.invalid("year", "年份是四位数字。")
        }
        return inquiry
    }

    private static let operation = APIOperation(
        id: "search", tag: "搜索",
        parameters: [
            .query("q", "搜索的词，一个字也可以；服务事项可用拼音首字母"),
            .query("kind", "类别", .oneOf(SearchKind.allCases.map(\.rawValue))),
            .query("organ", "部门代号，例如 scjg"), .query("year", "年份", .whole(1900...2999)),
            .query("site", "站点代号"),
            .query("after", "上一页给出的游标"),
        ],
        responses: [
            200: .object([
                .init("items", .list(hit)), .init("next", .nullable(.text), "下一页的游标"),
                .init("best_bets", .list(.object([.init("title", .text), .init("address", .text)]))),
                .init("services", .list(service), "最相符的服务事项，只在第一页"),
                .init("suggestions", .list(.text), "没有结果时：您是不是要找"),
                .init("partial", .boolean, "没有全部相符的，items 只有部分相符"),
                .init("facets", .map(.list(.object([.init("value", .text), .init("count", .integer)])))),
                .init("counted", .integer, "facets 统计了最新的多少条，最多 1000"),
            ])
        ])

    private static let hit = Schema.object([
        .init("kind", .oneOf(SearchKind.allCases.map(\.rawValue))), .init("title", .text),
        .init("summary", .text), .init("address", .text), .init("organ", .text),
        .init("organ_name", .text), .init("site", .text), .init("date", .formatted("date")),
    ])

    private static let service = Schema.object([
        .init("code", .text), .init("slug", .text), .init("name", .text), .init("summary", .text),
    ])
}

/// An answer as JSON.
private struct AnswerJSON: Encodable {
    struct Item: Encodable {
        let kind, title, summary, address, organ, organ_name, site, date: String
    }
    struct Bet: Encodable {
        let title, address: String
    }
    struct Service: Encodable {
        let code, slug, name, summary: String
    }
    struct Value: Encodable {
        let value: String
        let count: Int
    }

    let items: [Item]
    let next: String?
    let best_bets: [Bet]
    let services: [Service]
    let suggestions: [String]
    let partial: Bool
    let facets: [String: [Value]]
    let counted: Int

    private enum Key: String, CodingKey {
        case items, next, best_bets, services, suggestions, partial, facets, counted
    }

    init(_ answer: Answer, organs: [String: String]) {
        items = answer.hits.map {
            Item(
                kind: $0.kind.rawValue, title: $0.title, summary: $0.summary, address: $0.address,
                organ: $0.organ, organ_name: organs[$0.organ] ?? $0.organ, site: $0.site, date: $0.date.iso)
        }
        next = answer.next
        best_bets = answer.bets.map { Bet(title: $0.title, address: $0.address) }
        services = answer.services.map {
            Service(code: $0.code, slug: $0.item.slug, name: $0.item.name, summary: $0.item.summary)
        }
        suggestions = answer.suggestions
        partial = answer.isPartial
        counted = answer.facets.counted
        facets = Dictionary(
            uniqueKeysWithValues: answer.facets.values.map { facet, values in
                ("\(facet)", values.map { Value(value: $0.value, count: $0.count) })
            })
    }

    /// `next` is always there: null says that this was the last page.
    func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(items, forKey: .items)
        try box.encode(next, forKey: .next)
        try box.encode(best_bets, forKey: .best_bets)
        try box.encode(services, forKey: .services)
        try box.encode(suggestions, forKey: .suggestions)
        try box.encode(partial, forKey: .partial)
        try box.encode(facets, forKey: .facets)
        try box.encode(counted, forKey: .counted)
    }
}
