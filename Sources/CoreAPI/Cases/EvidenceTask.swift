import Cases
import Journal
import Refusals
import WorkingTime

extension Matter {
    /// The task whose completion asks for what is missing: acceptance, or the lead organ's combined request.
    ///
    /// - Throws: `conflict` with the lawful reason when nothing can be asked for now.
    func evidenceTask(of number: String, for actor: Actor) throws -> CaseTask {
        guard let subject = self[number] else { throw DomainError.notFound("没有找到这个办件。") }
        // The one request of a joint service is the parent's, whichever of its cases it is asked for in.
        let open = subject.openTasks + (subject.isChild ? root.openTasks : [])
        if let task = open.first(where: { $0.act == .accept || $0.act == .request }) { return task }
        if let earlier = subject.evidenceRequest ?? root.evidenceRequest {
            throw DomainError.conflict("补正内容只能一次告知，本件已于\(earlier.sentAt.chinese)告知过。")
        }
        if open.contains(where: { $0.act == .check }) {
            throw DomainError.conflict("联办事项由牵头部门汇总后一次告知补正；请在您的核对任务中写明缺少的材料。")
        }
        throw DomainError.conflict("本件现在是「\(subject.phase.chinese)」，只能在受理以前要求补正。")
    }
}
