import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Targets for programs: read only, by the rules of the pages.
struct TargetAPI: Sendable {
    let office: TargetOffice

    var routes: [Route] {
        [
            .get(TargetPath.api, .may(.readTargets, .readOwnTargets), "目标责任列表", api: Self.list) {
                request, officer in
                let year = try Self.year(request)
                let slice = try await office.standings(in: year, for: officer, after: request.query("after"))
                return try .json(ListDocument(slice) { TargetPlanDocument($0) }).header(
                    "Cache-Control", "no-store")
            },
            .get(
                "\(TargetPath.api)/{year}/{organ}", .may(.readTargets, .readOwnTargets), "部门的目标责任",
                api: Self.read
            ) { request, officer in
                let place = try await office.held(request, officer)
                var document = TargetPlanDocument(try await office.standing(place))
                document.tellTargets()
                return try .json(document).header("Cache-Control", "no-store")
            },
        ]
    }

    private static let years = 2020...2100

    private static func year(_ request: WebRequest) throws -> Int {
        guard let text = request.query("year") else { return request.now.day.year }
        guard let year = Int(text), years.contains(year) else {
            throw DomainError.invalid("year", "year 应是 2020 到 2100 的年份。")
        }
        return year
    }

    private static let list = APIOperation(
        id: "listTargets", tag: "目标责任",
        parameters: [.query("year", "哪一年；没有写就是今年", .whole(years)), .query("after", "上一页的 next")],
        responses: [200: .page(of: TargetPlanDocument.schema)])

    private static let read = APIOperation(
        id: "readTargets", tag: "目标责任", responses: [200: TargetPlanDocument.schema])
}
