import Cases
import Codes
import Foundation
import Identity
import Journal
import WorkingTime

@testable import Licences

/// A moment of China's clock, at 09:00 when no time is written.
// swift-format-ignore: NeverForceUnwrap
func at(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    return Instant(rfc3339: "\(parts[0])T\(parts.count > 1 ? parts[1] : "09:00"):00+08:00")!
}

// swift-format-ignore: NeverForceUnwrap
func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

extension Actor {
    /// 张伟, a resident.
    static let zhangWei = Actor(accountID: 2, name: "张伟", roles: ["citizen"], channel: "page", address: "")
    /// 李敏, an officer of 市场监督管理局.
    static let liMin = officer(11, "李敏", "scjg", "officer")
    /// 王建华, its head.
    static let wangJianhua = officer(12, "王建华", "scjg", "head")
    /// Somebody at another organ.
    static let panXiaoyan = officer(13, "潘晓燕", "zjj", "head")
    /// The clerk at the counter of the service hall.
    static let clerk = officer(14, "梁小雯", "zwfw", "clerk")

    private static func officer(_ id: Int64, _ name: String, _ organ: String, _ role: String) -> Actor {
        Actor(accountID: id, name: name, organ: organ, roles: [role], channel: "page", address: "")
    }
}

extension Applicant {
    /// 张伟, for himself.
    static let zhangWei = Applicant(
        kind: .person, name: "张伟", code: "441299199003071231", accountID: Actor.zhangWei.accountID)
    /// 陈静, for herself.
    static let chenJing = Applicant(kind: .person, name: "陈静", code: "441299198511152041", accountID: 1)
}

extension Licence {
    /// The type that the samples have.
    static let typeCode = "11440000MB9E00114B002"
    private static let identifier =
        "1.2.156.3005.2.11440000MB9E00114B002.11441202007185204J.20261109000001.001"

    /// 张伟's, issued on 9 November 2026 for five years.
    static func sample(until: String? = "2031-11-08", number: String = identifier) -> Licence {
        Licence(
            id: 1, number: number, typeCode: typeCode, name: "食品经营许可证",
            holder: LicenceHolder(.zhangWei), organ: "scjg", organName: "端州区市场监督管理局",
            issuedAt: at("2026-11-09"), validUntil: until.map(day),
            facts: [.init("姓名", "张伟"), .init("店铺名称", "张伟小吃")], verificationCode: "23456789ABCDEFGH",
            caseNumber: "441202202611090000019", accountID: Actor.zhangWei.accountID,
            stateSince: at("2026-11-09"))
    }
}
