import Cases
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Licences

@Suite("Types of licences are data with versions")
struct LicenceTypeTests {
    private let now = at("2026-11-28")
    private let sysadmin = Actor(
        accountID: 9, name: "赵工", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "")

    private var draft: LicenceType.Draft {
        .init(
            name: "食品经营许可证", organ: "scjg", validity: .months(60), fields: ["店铺名称"], since: now.day)
    }

    @Test("everything that is wrong is said at once")
    func wrong() {
        let bad = LicenceType.Draft(
            name: "证", organ: "", validity: .months(0), fields: ["甲", "甲"], since: day("2026-11-27"))
        do {
            _ = try LicenceType.first("114", bad, by: sysadmin, at: now)
            Issue.record("was taken")
        } catch DomainError.invalid(let errors) {
            #expect(errors.map(\.field) == ["code", "name", "organ", "months", "fields", "since"])
        } catch { Issue.record(error) }
    }

    @Test("a version in which nothing changes is not written")
    func unchanged() throws {
        let type = try LicenceType.first(Licence.typeCode, draft, by: sysadmin, at: now)
        #expect(throws: DomainError.invalid("name", "没有改动，不用保存新版本。")) {
            _ = try type.revised(draft, by: sysadmin, at: now)
        }
    }

    @Test("the next version counts on")
    func revised() throws {
        let type = try LicenceType.first(Licence.typeCode, draft, by: sysadmin, at: now)
        var longer = draft
        longer.validity = .unlimited
        let next = try type.revised(longer, by: sysadmin, at: now)
        #expect(next.version == 2 && next.code == type.code && next.validity == .unlimited)
    }

    @Test(
        "a case ends with a licence as the type has it on the day of filing",
        arguments: [
            (LicenceType.Validity.byItem, 48 as Int?), (.months(60), 60), (.unlimited, nil),
        ])
    func plans(validity: LicenceType.Validity, months: Int?) throws {
        var changed = draft
        changed.validity = validity
        let type = try LicenceType.first(Licence.typeCode, changed, by: sysadmin, at: now)
        let template = LicenceTemplate(
            name: "旧名称", typeCode: Licence.typeCode, validityMonths: 48,
            printed: [.init(label: "店铺名称", field: "shop_name"), .init(label: "面积", field: "area")])
        let followed = template.following(type)
        #expect(followed.validityMonths == months)
        #expect(followed.name == "食品经营许可证")
        #expect(followed.printed.map(\.label) == ["店铺名称"])
    }
}
