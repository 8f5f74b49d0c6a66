import HTTPTypes
import Refusals
import Testing
import Web

@testable import Desk

@Suite("没有办成的操作")
struct RefusedAttemptTests {
    private func attempt(_ refusal: DomainError, _ pairs: [(name: String, value: String)] = []) -> Attempt {
        Attempt(action: .transfer, task: 1, form: FormData(pairs), refusal: refusal)
    }

    @Test("字段的错误在摘要里指向本表的字段")
    func namesFields() {
        let refused = attempt(.invalid("reason", "请写明转办的原因。"))
        #expect(refused.namedErrors == [FieldError("transfer.reason", "请写明转办的原因。")])
        #expect(refused.sentence == nil)
        #expect(refused.status == .unprocessableContent)
    }

    @Test("规则不允许的写明原因")
    func forbidden() {
        let refused = attempt(.forbidden("审查和决定不能由同一人作出，请由其他负责人决定。"))
        #expect(refused.sentence == "审查和决定不能由同一人作出，请由其他负责人决定。")
        #expect(refused.status == .forbidden)
    }

    @Test("填过的内容留在原来的表里，不跑到别的任务")
    func keepsInput() {
        let refused = attempt(.invalid("colleague", "请选择一位同事。"), [("transfer.reason", "明日外出培训")])
        #expect(ActionField(.transfer, task: 1, attempt: refused)("reason", "原因").value == "明日外出培训")
        #expect(ActionField(.transfer, task: 2, attempt: refused)("reason", "原因").value.isEmpty)
        #expect(ActionField(.sendBack, task: 1, attempt: refused)("reason", "原因").value.isEmpty)
    }

    @Test("别人先办了的时候，写过的话可以复制")
    func conflictKeepsWords() {
        let refused = attempt(.conflict("「审查」已由李敏办理完毕，您的意见没有保存。"), [("transfer.reason", "请<小王>接办")])
        let page = ConflictPage(
            sentence: refused.refusal.sentence, number: "441202202611210001248", attempt: refused
        ).page
        #expect(page.body.description.contains("请&lt;小王&gt;接办"))
        #expect(page.body.description.contains("已由李敏办理完毕"))
    }

    @Test("没有写过什么，就不提复制")
    func conflictWithoutWords() {
        let refused = attempt(.conflict("「审查」已由李敏办理完毕，您的意见没有保存。"), [("transfer.reason", "")])
        let page = ConflictPage(
            sentence: refused.refusal.sentence, number: "441202202611210001248", attempt: refused
        ).page
        #expect(!page.body.description.contains("可以复制"))
    }
}
