import Cases
import WorkingTime

/// What cases are begun with in the stories: small plans on the delivered processes.
extension CasePlan {
    /// 污水排入排水管网许可: accept, review, decide.
    static let drainage = plan(
        "污水排入排水管网许可", organ: "zjj", process: "single-organ", legal: 20, promised: 7,
        licence: "城镇污水排入排水管网许可证")
    /// 食品经营许可: with an inspection on the spot.
    static let food = plan(
        "食品经营许可", organ: "scjg", process: "with-inspection", legal: 20, promised: 5,
        licence: "食品经营许可证", validityMonths: 60)
    /// 公共场所卫生许可: by notification and commitment.
    static let hygiene = plan(
        "公共场所卫生许可", organ: "wsjk", process: "notification-commitment", legal: 20, promised: 3,
        licence: "公共场所卫生许可证", validityMonths: 48)
    /// 公众聚集场所营业前消防检查.
    static let fire = plan(
        "公众聚集场所营业前消防检查", organ: "xfjy", process: "with-inspection", legal: 10, promised: 5,
        licence: "公众聚集场所消防安全检查意见书")
    /// 高龄津贴: begins in the street; no law sets a limit, and no licence comes out.
    static let allowance = plan(
        "高龄津贴", organ: "mzj", process: "street-then-bureau", legal: nil, promised: 5, licence: nil)
    /// 临时占用城市道路: the police give an opinion.
    static let road = plan(
        "临时占用城市道路", organ: "cgj", coOrgans: ["gaj"], process: "multi-organ-parallel", legal: 20,
        promised: 5, licence: "临时占道许可")
    /// 结婚登记: on the spot.
    static let marriage = plan(
        "结婚登记", organ: "mzj", process: "on-the-spot", legal: 0, promised: 0, licence: "结婚证")

    /// A marriage without papers, to be filed by the dozen.
    static let quick: CasePlan = {
        var plan = CasePlan.marriage
        plan.materials = []
        return plan
    }()

    /// 开办餐饮店一件事: four items, one application.
    static let restaurant: CasePlan = {
        var joint = plan(
            "开办餐饮店一件事", organ: "scjg", process: "open-restaurant", legal: 45, promised: 7, licence: nil)
        joint.extensionRule = .joint
        joint.children = [.food, .hygiene, .drainage, .fire]
        return joint
    }()

    private static func plan(
        _ name: String, organ: String, coOrgans: [String] = [], process: String, legal: Int?, promised: Int?,
        licence: String?, validityMonths: Int? = nil
    ) -> CasePlan {
        let limit = { (value: Int) in TimeLimit(value: value, unit: .workingDay) }
        return CasePlan(
            code: "YS\(organ)", name: name, version: 1, organ: organ, organName: "端州区\(organ)",
            organCode: "11441202007185204J", coOrgans: coOrgans, hall: "zwfw", process: process,
            legalLimit: legal.map(limit), promisedLimit: promised.map(limit),
            materials: [
                MaterialRequirement(id: "floor-plan", name: "平面布局图", isRequired: true),
                MaterialRequirement(id: "rules", name: "管理制度", isRequired: true),
                MaterialRequirement(id: "photo", name: "现场照片", isRequired: false),
            ],
            licence: licence.map {
                LicenceTemplate(
                    name: $0, typeCode: "11440000MB9E00114B002", validityMonths: validityMonths,
                    printed: [.init(label: "店铺名称", field: "shop_name")])
            },
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
    }
}
