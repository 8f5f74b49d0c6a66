import Web

extension TakeoverAPI {
    private static let key = APIOperation.Parameter.header("Idempotency-Key", "同一个键只生效一次")

    static let listing = APIOperation(
        id: "listTakeovers", tag: "旧系统迁入", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: TakeoverDocument.schema)])

    static let receiving = APIOperation(
        id: "receiveTakeover", tag: "旧系统迁入",
        parameters: [
            .query("kind", "迁入什么", .oneOf(TakeoverRecord.Kind.allCases.map(\.rawValue))),
            .query("system", "原系统的名称，最多 30 字；办件编号按它区分"), key,
        ],
        body: .multipart(files: ["files"]), responses: [201: TakeoverDocument.schema])

    static let reading = APIOperation(
        id: "readTakeover", tag: "旧系统迁入", responses: [200: TakeoverDocument.schema])

    static let lines = APIOperation(
        id: "listTakeoverLines", tag: "旧系统迁入",
        parameters: [
            .query(
                "verdict", "只要这种结果的行", .oneOf(TakeoverLine.Verdict.allCases.map(\.rawValue))),
            .query("after", "上一页的 next"),
        ], responses: [200: .page(of: TakeoverLineDocument.schema)])

    /// One of the changes; the answer says where it stands now.
    static func changing(_ what: String, body: APIOperation.BodySchema? = nil) -> APIOperation {
        APIOperation(
            id: "\(what)OfTakeover", tag: "旧系统迁入", parameters: [key], body: body,
            responses: [201: TakeoverDocument.schema])
    }
}
