import Cases
import Journal

/// The residents and officers of the stories; every post of the district has a holder.
extension Actor {
    /// 陈静, who runs 星湖餐饮 and files for it.
    static let chenJing = resident(1, "陈静")
    /// 张伟, a resident.
    static let zhangWei = resident(2, "张伟")
    /// 李敏, an officer of 市场监督管理局.
    static let liMin = post("officer", at: "scjg")
    /// Another officer of the same bureau.
    static let liMinsColleague = Actor(
        accountID: 77, name: "周强", organ: "scjg", roles: ["officer"], channel: "page", address: "")
    /// Another officer of any bureau.
    static func second(at organ: String) -> Actor {
        let first = post("officer", at: organ)
        return Actor(
            accountID: first.accountID + 1, name: "周强", organ: organ, roles: ["officer"], channel: "page",
            address: "")
    }

    /// The deputy head of the district.
    static let leader = post("leader", at: "zfb")
    /// The clerk at the counter of the service hall.
    static let clerk = post("clerk", at: "zwfw")

    /// The system administrator, who edits decision tables.
    static let sysadmin = post("sysadmin", at: "zwfw")
    /// The security administrator, who publishes them.
    static let secadmin = post("secadmin", at: "zwfw")

    private static let names = [
        "officer-scjg": "李敏", "head-scjg": "王建华", "officer-zjj": "潘晓燕", "head-zjj": "邹燕芬",
        "officer-wsjk": "于建华", "head-wsjk": "邱冠中", "officer-xfjy": "姚泽林", "head-xfjy": "史少峰",
        "leader-zfb": "陈国良", "clerk-zwfw": "梁小雯",
    ]

    /// The holder of a post; the same post always has the same holder.
    static func post(_ role: String, at organ: String) -> Actor {
        let key = "\(role)-\(organ)"
        let id = key.utf8.reduce(into: Int64(1000)) { $0 = ($0 &* 31 &+ Int64($1)) & 0xFFFF_FFFF }
        return Actor(
            accountID: id, name: names[key] ?? key, organ: organ, roles: [role], channel: "page", address: "")
    }

    /// Whoever this task waits for.
    static func holder(of task: CaseTask, in subject: Case) -> Actor {
        guard task.organ != CaseTask.applicant else {
            return resident(subject.applicant.accountID ?? 0, "申请人")
        }
        guard let holder = task.holder else { return post(task.role, at: task.organ) }
        return Actor(
            accountID: holder.accountID, name: holder.name, organ: task.organ, roles: [task.role],
            channel: "page",
            address: "")
    }

    private static func resident(_ id: Int64, _ name: String) -> Actor {
        Actor(accountID: id, name: name, roles: ["citizen"], channel: "page", address: "")
    }
}

extension Colleague {
    init(_ actor: Actor) {
        self.init(
            signatory: Signatory(accountID: actor.accountID, name: actor.name), organ: actor.organ ?? "",
            roles: Set(actor.roles))
    }
}

extension Applicant {
    /// 肇庆端州星湖餐饮有限公司, for which 陈静 acts.
    static let xinghu = Applicant(
        kind: .entity, name: "肇庆端州星湖餐饮有限公司", code: "91441202MA4W12346L",
        accountID: Actor.chenJing.accountID, agentName: "陈静", phone: "15407580002")
    /// 张伟, for himself.
    static let zhangWei = Applicant(
        kind: .person, name: "张伟", code: "441299199003071231", personID: 31,
        accountID: Actor.zhangWei.accountID, phone: "15407580001")
    /// 张伟 as the clerk finds him: known to the directory, without an account.
    static let zhangWeiAtTheCounter = Applicant(
        kind: .person, name: "张伟", code: "441299199003071231", personID: 31, phone: "15407580001")
}
