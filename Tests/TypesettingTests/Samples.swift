import Typesetting

/// The documents of 陈静's restaurant, as the other tests and the screenshots show them.
enum Samples {
    static let issuer = "肇庆市端州区市场监督管理局"
    static let remark = "演示数据 不具法律效力"
    static let address = "http://localhost:8080/verify/7K3M9QXA2C"
    /// 2026-11-21 10:24 in China.
    static let created: Int64 = 1_795_227_840_000

    static func certificate(name: String = "肇庆端州星湖餐饮有限公司") -> CertificateSheet {
        CertificateSheet(
            title: "食品经营许可证",
            fields: [
                CertificateField("名称", name),
                CertificateField("统一社会信用代码", "91441202MA4W12346L"),
                CertificateField("法定代表人", "陈静"),
                CertificateField("经营场所", "广东省肇庆市端州区城东街道星湖大道 18 号星湖广场一层 102–105 号商铺"),
                CertificateField("许可项目", "餐饮服务：热食类食品制售、冷食类食品制售（含凉菜）、自制饮品制售"),
                CertificateField("有效期限", "2026年11月25日 至 2031年11月24日"),
            ],
            identifier: "1.2.156.3005.2.11100000MB03271699022.11441202007185204J.2026110001.001.9",
            issuer: issuer, issuedOn: "2026年11月25日", verification: Verification(address: address),
            remark: remark)
    }

    static func notice(_ title: String, _ passages: [NoticePassage], remedies: String? = nil) -> NoticeSheet {
        NoticeSheet(
            title: title, number: "端市监许〔2026〕15号", addressee: "肇庆端州星湖餐饮有限公司", passages: passages,
            remedies: remedies, organ: issuer, date: "2026年11月21日", sealPurpose: "行政许可专用章",
            verification: Verification(address: address), remark: remark)
    }

    static let acceptance = notice(
        "行政许可受理通知书",
        [
            .paragraph(
                "您单位于2026年11月21日提交的食品经营许可申请（办件编号：441202202611210000152），经审查，申请材料齐全、符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第五项的规定，本机关决定予以受理。"
            ),
            .paragraph("本事项法定办理期限为20个工作日，承诺办理期限为5个工作日，自受理之日的次日起计算。现场核查所需时间不计入办理期限。"),
            .paragraph("您可以凭办件编号和查询码在网上随时查看办理进度。联系电话：0758-2230000。"),
        ])

    static let correction = notice(
        "行政许可申请材料补正告知书",
        [
            .paragraph("您单位提交的食品经营许可申请收悉。经审查，申请材料不齐全，请在收到本告知书之日起15个工作日内一次补正下列材料："),
            .heading("需要补正的材料"),
            .list([
                "经营场所布局图：所附图纸未标明粗加工区与专间的位置，请标明各功能区域、面积及人流物流方向。",
                "食品安全管理制度：缺少从业人员健康管理制度和食品安全自检自查与报告制度。",
                "食品安全管理员的有效身份证明：所附照片模糊，无法辨认姓名与号码。",
            ]),
            .paragraph("以上为需要补正的全部内容（《中华人民共和国行政许可法》第三十二条第一款第四项）。"),
        ])

    static let refusal = notice(
        "不予行政许可决定书",
        [
            .paragraph("您单位于2026年11月21日提出的食品经营许可申请，本机关于同日受理。经审查和2026年11月23日现场核查，存在下列情形："),
            .list(["加工经营场所与有毒、有害场所及其他污染源的距离不符合要求。", "专间内设有明沟，与食品经营许可审查的要求不符。"]),
            .paragraph(
                "依照《中华人民共和国行政许可法》第三十八条第二款和《食品经营许可和备案管理办法》的规定，本机关决定不予行政许可。"),
        ],
        remedies:
            "如不服本决定，您单位可以自收到本决定书之日起60日内向肇庆市端州区人民政府申请行政复议，也可以自收到本决定书之日起6个月内依法向人民法院提起行政诉讼。")

    static let approval = notice(
        "准予行政许可决定书",
        [
            .paragraph("您单位于2026年11月21日提出的食品经营许可申请，经审查，符合法定条件、标准。"),
            .paragraph("依照《中华人民共和国行政许可法》第三十八条第一款的规定，本机关决定准予行政许可，并自作出决定之日起10个工作日内向您单位颁发、送达《食品经营许可证》。"),
        ])
}
