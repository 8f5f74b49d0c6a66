import Refusals

@testable import Web

/// One field of every kind.
enum SpecimenFields {
    static let all: [Field] = [
        Field("name", "申请人名称", value: "肇庆端州星湖餐饮有限公司", provenance: "市场主体登记库，2026年11月21日"),
        Field("code", "统一社会信用代码", .creditCode, value: "91441202MA4XG7WN0T", provenance: "市场主体登记库"),
        Field("phone", "联系电话", .phone, hint: "用于通知办理进度，不会公开。", value: "1380000", error: error("phone")),
        Field("mail", "电子邮箱", .email, isRequired: false),
        Field("id", "法定代表人身份号码", .identityNumber, hint: "18 位，最后一位可能是 X。"),
        Field("opened", "拟开业日期", .date),
        Field("seats", "就餐座位数", .integer),
        Field("area", "使用面积", .number, hint: "平方米，保留一位小数。"),
        Field("capital", "投资额", .money),
        Field("address", "经营场所地址", .address, hint: "写到门牌号。"),
        Field(
            "premises", "经营场所的产权情况", .choice,
            options: [
                .init("owned", "自有"), .init("rented", "租赁", hint: "请准备租赁合同。"), .init("free", "无偿使用"),
            ], error: error("premises")),
        Field("street", "所属街道", .division, options: streets),
        Field(
            "foods", "经营项目（可多选）", .choices, values: ["hot"],
            options: [.init("hot", "热食类食品制售"), .init("cold", "冷食类食品制售"), .init("drinks", "自制饮品制售")]),
        Field("raw", "是否经营生食类食品", .boolean, value: "false"),
        Field("notes", "还有什么要说明的", .longText, isRequired: false, value: "\n门口有台阶"),
        Field("plan", "场所平面图", .file, hint: "PDF 或照片，不超过 20 MB。", accept: ".pdf,image/*"),
        Field(
            "partners", "从业人员", .table,
            columns: [Field("name", "姓名"), Field("post", "岗位"), Field("certificate", "健康证编号")],
            rows: [["name": "陈静", "post": "店长", "certificate": "粤卫健 441202-0021"]], error: error("partners")),
        Field("account", "收款账号", .bankAccount), Field("signature", "签名", .signature), place, helpers,
    ]

    private static let place = Field(
        "place", "摊位位置", .mapPoint, value: "112.472100,23.051500",
        options: [.init("112.465,23.053", "城东街道"), .init("112.452,23.048", "城西街道")])

    /// Rows that are added and removed by buttons of the page.
    private static let helpers: Field = {
        var field = Field(
            "helpers", "帮工", .table, columns: [Field("name", "姓名"), Field("notes", "备注", .longText)],
            rows: [["name": "张伟"], ["name": "李敏"]])
        (field.hasRowButtons, field.spareRows) = (true, 0)
        return field
    }()

    static let answers: [SummaryList.Row] = [
        .init("申请人", "肇庆端州星湖餐饮有限公司", provenance: "市场主体登记库", change: "/a"),
        .init("经营场所", "肇庆市端州区城东街道天宁北路 88 号星湖国际广场二层 203、204 号铺", change: "/b"),
        .init("联系电话", "138****5678", change: "/c"),
    ]

    private static let streets: [Field.Option] = [
        .init("441202001", "城东街道"), .init("441202002", "城西街道"), .init("441202003", "黄岗街道"),
    ]

    private static func error(_ field: String) -> Sentence? { Specimen.errors[field] }
}
