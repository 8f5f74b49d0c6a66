import HTTPTypes
import HummingbirdTesting
import Services
import TestSupport
import Testing
import WorkingTime

@testable import JointServices

@Suite("设计一件事")
struct JointRouteTests {
    private static let draft = "\(JointRoom.company)/draft"

    @Test("没有岗位权限的看不到，其他部门牵头的不能改，没有的和单个事项都不存在")
    func notTheirs() async throws {
        let room = try await JointRoom()
        #expect(try await room.look("/desk/joint-services", as: .hotline).status == .forbidden)
        #expect(try await room.look("/desk/joint-services/nothing").status == .notFound)
        let single = try await room.look("/desk/joint-services/food-business-licence")
        #expect(single.status == .notFound && single.text.contains("是单个事项，不是一件事"))
        #expect(try await room.press(Self.draft, as: .zou).status == .forbidden)
        #expect(try await !room.look(JointRoom.company, as: .zou).text.contains("修改这件事"))
    }

    @Test("没有开始修改就不能改；后保存的人不会盖掉先保存的")
    func order() async throws {
        let room = try await JointRoom()
        let early = try await room.press("\(JointRoom.company)/promise", "seen=0&promise=5")
        #expect(early.status == .conflict && early.text.contains("请先点“修改这件事”"))
        #expect(try await room.press(Self.draft).status == .seeOther)
        #expect(try await room.press("\(JointRoom.company)/promise", "seen=0&promise=5").status == .seeOther)
        let late = try await room.press("\(JointRoom.company)/promise", "seen=0&promise=6")
        #expect(late.status == .conflict && late.text.contains("别人保存过这份草稿"))
        #expect(try await room.item().limits.promised == TimeLimit(value: 5, unit: .workingDay))
    }

    @Test("绕成一圈的顺序说明是哪一圈，什么也不改")
    func circle() async throws {
        let room = try await JointRoom()
        _ = try await room.press(Self.draft)
        let refused = try await room.press(
            "\(JointRoom.company)/items/company-registration/order",
            "seen=0&needs.company-registration=invoice-application")
        #expect(refused.status == .conflict && refused.text.contains("前后顺序绕成了一圈"))
        #expect(try await room.item().order.levels.count == 2)
    }

    @Test("承诺时限短于最长的一条路时，在原处说明是哪一条路")
    func promise() async throws {
        let room = try await JointRoom()
        _ = try await room.press(Self.draft)
        let short = try await room.press("\(JointRoom.company)/promise", "seen=0&promise=1")
        #expect(short.status == .unprocessableContent)
        #expect(short.text.contains("最长的一条路是公司设立登记（1 个工作日）") && short.text.contains("value=\"1\""))
        let words = try await room.press("\(JointRoom.company)/promise", "seen=0&promise=很快")
        #expect(words.status == .unprocessableContent && words.text.contains("请填写工作日数，例如 10。"))
    }

    @Test("加事项、改顺序、去掉事项，表单和时限随着变")
    func members() async throws {
        let room = try await JointRoom()
        _ = try await room.press(Self.draft)
        #expect(
            try await room.press("\(JointRoom.company)/items", "seen=0").status == .unprocessableContent)
        _ = try await room.press("\(JointRoom.company)/items", "seen=0&item=startup-grant")
        _ = try await room.press(
            "\(JointRoom.company)/items/startup-grant/order",
            "seen=1&needs.startup-grant=social-insurance-registration&needs.startup-grant=company-registration"
        )
        let item = try await room.item()
        #expect(item.order.levels.count == 3)
        #expect(item.limits.promised == TimeLimit(value: 22, unit: .workingDay))
        let page = try await room.look(JointRoom.company).text
        #expect(page.contains("一次性创业资助") && page.contains("等“公司设立登记”、“企业社会保险登记”获准"))
        _ = try await room.press("\(JointRoom.company)/items/startup-grant/removal", "seen=2")
        #expect(try await room.item().limits.promised == TimeLimit(value: 2, unit: .workingDay))
    }

    @Test("自动合并的看得见，可以分开，也可以手工合并；答法不同的说明为什么不行")
    func questions() async throws {
        let room = try await JointRoom()
        _ = try await room.press(Self.draft)
        #expect(try await room.look(JointRoom.company).text.contains("公章刻制备案“申请人姓名”"))
        let none = try await room.press("\(JointRoom.company)/question-merger", "seen=0")
        #expect(none.status == .unprocessableContent && none.text.contains("请从列表里选择。"))
        let different = try await room.press(
            "\(JointRoom.company)/question-merger",
            "seen=0&part=social-insurance-registration/staff_count&target=seal_kinds")
        #expect(different.status == .conflict && different.text.contains("答法不同，不能合并成一个问题"))
        _ = try await room.press(
            "\(JointRoom.company)/question-separation", "seen=0&part=seal-engraving-record/applicant_name")
        #expect(try await room.item().field("applicant_name_2") != nil)
        _ = try await room.press(
            "\(JointRoom.company)/question-merger",
            "seen=1&part=seal-engraving-record/applicant_name&target=applicant_name")
        #expect(try await room.item().field("applicant_name_2") == nil)
    }

    @Test("新建：缺的说明缺什么，代号占用的不行，建好的是一份可以继续设计的草稿")
    func new() async throws {
        let room = try await JointRoom()
        let path = "/desk/joint-services-new"
        let empty = try await room.press(path, "name=&slug=x")
        #expect(empty.status == .unprocessableContent && empty.text.contains("请写明名称。"))
        let same = try await room.press(
            path, "name=a&slug=kbxcs&first=food-business-licence&second=food-business-licence")
        #expect(same.text.contains("请选择与牵头事项不同的事项。"))
        let made = "name=a&slug=kbxcs&first=food-business-licence&second=drainage-permit"
        #expect(try await room.press(path, made).headers[.location] == "/desk/joint-services/kbxcs")
        let item = try await room.item("kbxcs")
        #expect(item.jointCode == "YJS441202007" && item.isDrawn && item.coOrgans == ["zjj"])
        #expect(try await room.press(path, made).status == .conflict)
        #expect(try await room.look("/desk/joint-services").text.contains("起草中"))
        #expect(try await room.findings("kbxcs") == [])
    }

    @Test("手工画的一件事接过来以后，流程由设计画出")
    func takenOver() async throws {
        let room = try await JointRoom()
        let items = try ItemFiles.items().map { item in
            guard item.slug == "kbcyd" else { return item }
            var drawn = item
            (drawn.joint, drawn.process) = (nil, "open-restaurant")
            return drawn
        }
        try await room.library.publish(items, at: room.now)
        #expect(try await room.look("/desk/joint-services/kbcyd").text.contains("表单和流程是手工做的"))
        _ = try await room.press("/desk/joint-services/kbcyd/draft")
        #expect(try await room.item("kbcyd").isDrawn)
        #expect(try await room.findings("kbcyd") == [])
    }
}
