import Codes
import Government
import Refusals
import Storage
import Web
import WorkingTime

/// The divisions of the country (行政区划, GB/T 2260) for programs that fill in forms: the provinces, or what lies in one.
struct RegionsAPI: Sendable {
    static let path = "/api/v1/regions"
    static let pageSize = 200

    let database: Database

    var routes: [Route] {
        [.get(Self.path, .anyone, "行政区划", api: Self.listing) { request, _ in try await list(request) }]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        let table = try await database.read { try Directory.regions(in: $0).current }
        let parent = request.query("parent") ?? ""
        guard parent.isEmpty || table.places.contains(where: { $0.code == parent }) else {
            throw DomainError.notFound("没有代码是“\(parent.prefix(20))”的行政区划。")
        }
        let after = request.query("after") ?? ""
        guard after.isEmpty || after.wholeMatch(of: /[0-9]{6}/) != nil else {
            throw DomainError.malformed("after 应为上一页的 next。")
        }
        let found = RegionList(table).places(in: parent.isEmpty ? nil : parent).filter { $0.code > after }
        let page = Array(found.prefix(Self.pageSize))
        let next = found.count > page.count ? page.last?.code : nil
        return try .json(RegionPageJSON(items: page, next: next, state_on: table.stateOn.iso))
            .header("Cache-Control", "public, max-age=3600")
    }

    private static let listing = APIOperation(
        id: "listRegions", tag: "服务",
        parameters: [
            .query("parent", "六位代码；不写就是省级", .matching("^[0-9]{6}$")),
            .query("after", "上一页的 next", .matching("^[0-9]{6}$")),
        ],
        responses: [
            200: .object([
                .init(
                    "items",
                    .list(
                        .object([
                            .init("code", .matching("^[0-9]{6}$")), .init("name", .text),
                            .init("path", .text, "连同所在的省、市"),
                            .init("has_parts", .boolean, "下面还有没有更小的区划"),
                        ]))), .init("next", .nullable(.text), "下一页的游标"),
                .init("state_on", .formatted("date"), "代码表截止到哪一天"),
            ])
        ])
}

/// What lies in what. Counties of a municipality, and those a province governs itself, lie directly in the province.
struct RegionList {
    private let parts: [String: [RegionTable.Place]]
    private let names: [String: String]

    init(_ table: RegionTable) {
        let codes = Set(table.places.map(\.code))
        parts = Dictionary(grouping: table.places) { Self.parent(of: $0.code, among: codes) ?? "" }
        names = Dictionary(table.regions.map { ($0.code, $0.name) }) { first, _ in first }
    }

    func places(in parent: String?) -> [RegionJSON] {
        (parts[parent ?? ""] ?? []).map {
            RegionJSON(
                code: $0.code, name: names[$0.code] ?? $0.path, path: $0.path,
                has_parts: parts[$0.code] != nil)
        }
    }

    static func parent(of code: String, among codes: Set<String>) -> String? {
        let province = code.prefix(2) + "0000"
        guard code != province else { return nil }
        let city = String(code.prefix(4) + "00")
        return code != city && codes.contains(city) ? city : String(province)
    }
}

struct RegionJSON: Encodable, Sendable, Hashable {
    let code, name, path: String
    let has_parts: Bool
}

private struct RegionPageJSON: Encodable {
    let items: [RegionJSON]
    let next: String?
    let state_on: String

    enum CodingKeys: String, CodingKey { case items, next, state_on }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
        try container.encode(state_on, forKey: .state_on)
    }
}
