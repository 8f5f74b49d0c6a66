/// A blank in a template, written `{事项}`, that is filled in when a paper is issued.
///
/// The names are Chinese because the people who edit templates read them.
public enum PaperBlank: String, Codable, Sendable, CaseIterable {
    case item = "事项"
    case applicant = "申请人"
    case organ = "机关"
    case caseNumber = "办件编号"
    case filedOn = "申请日期"
    case today = "今日"
    case remedies = "救济途径"
    case receivedOn = "收到日期"
    case legalLimit = "法定时限"
    case promisedLimit = "承诺时限"
    case reason = "理由"
    case list = "清单"
    case dueOn = "期限"
    case days = "天数"
    case limit = "延长时限"
    case basis = "依据"
    case cause = "事由"
    case time = "时间"
    case place = "地点"
    case chair = "主持人"
    case record = "笔录"
    case hearing = "听证情况"
    case licence = "证照"
    case paper = "文书"
    case paperNumber = "文号"
    case newNumber = "新文号"
    case method = "核查方式"
    case consequence = "失信后果"

    /// What every paper knows.
    public static let common: [PaperBlank] = [
        .item, .applicant, .organ, .caseNumber, .filedOn, .today, .remedies,
    ]

    /// What stands there in a preview.
    public var sample: [String] {
        switch self {
        case .item: ["食品经营许可"]
        case .applicant: ["肇庆端州星湖餐饮有限公司"]
        case .organ: ["肇庆市端州区市场监督管理局"]
        case .caseNumber: ["441202202611230000015"]
        case .filedOn, .today, .receivedOn: ["2026年11月23日"]
        case .remedies: ["如不服本决定，可以自收到之日起六十日内申请行政复议，也可以自收到之日起六个月内依法提起行政诉讼。"]
        case .legalLimit: ["20 个工作日"]
        case .promisedLimit: ["5 个工作日"]
        case .reason: ["经营场所平面布局图没有标明专间位置"]
        case .list: ["1. 经营场所平面布局图", "2. 食品安全管理制度"]
        case .dueOn: ["2026年12月7日"]
        case .days: ["10"]
        case .limit: ["10 个工作日"]
        case .basis: ["《行政许可法》第四十二条第一款"]
        case .cause: ["检验"]
        case .time: ["2026年12月9日 09:30"]
        case .place: ["端州区政务服务中心三楼会议室"]
        case .chair: ["何永康"]
        case .record: ["主持人宣布听证开始。", "申请人陈述：排烟管道已经加装。"]
        case .hearing: ["本机关于2026年12月9日举行听证，本决定根据听证笔录作出。"]
        case .licence: ["食品经营许可证"]
        case .paper: ["受理通知书"]
        case .paperNumber: ["441202202611230000015-1"]
        case .newNumber: ["441202202611230000015-3"]
        case .method: ["现场核查"]
        case .consequence: ["承诺不实的，撤销许可，并依法记入信用记录。"]
        }
    }
}
