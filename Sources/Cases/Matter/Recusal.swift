import Journal
import Refusals

/// 回避: nobody handles an application of their own (公务员法 art. 76).
extension Case {
    /// - Throws: `forbidden` when the application is the officer's own.
    func requireImpartial(_ actor: Actor) throws {
        guard !isOwn(of: actor) else {
            throw DomainError.forbidden("这是您本人提出的申请，您应当回避，由其他同事办理。")
        }
    }

    /// - Throws: `invalid` when the application is the colleague's own.
    func requireImpartial(_ colleague: Colleague) throws {
        guard colleague.signatory.accountID != applicant.accountID else {
            throw DomainError.invalid("colleague", "这是该同事本人提出的申请，应当回避，请选择其他同事。")
        }
    }
}
