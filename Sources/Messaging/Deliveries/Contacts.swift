import Storage
import WorkingTime

/// Whom a message goes to. Who is behind an account and where the link leads is not known down here.
public struct Contacts: Sendable {
    /// A person as the register knows them.
    public struct Person: Sendable, Hashable {
        let name: String
        let number: String

        /// A person; the number of their mobile telephone, empty when there is none.
        public init(name: String, number: String) { (self.name, self.number) = (name, number) }
    }

    /// Where one delivery goes.
    struct Target: Sendable {
        let name: String
        let address: String
        let link: String
    }

    private let person: @Sendable (Int64, Transaction) throws -> Person?
    private let link: @Sendable (String) -> String

    /// - Parameters:
    ///   - person: who is behind an account.
    ///   - link: the address under which a person reads more about a subject.
    public init(
        person: @escaping @Sendable (Int64, Transaction) throws -> Person?,
        link: @escaping @Sendable (String) -> String
    ) {
        (self.person, self.link) = (person, link)
    }

    func link(about subject: String) -> String { link(subject) }

    func target(of delivery: Delivery, in tx: Transaction) throws -> Target? {
        guard case .message(let message, let account) = delivery.origin else {
            return delivery.recipient.map { Target(name: "", address: $0, link: "") }
        }
        let subject = try tx.row("SELECT subject FROM message WHERE id = \(message)")?.text("subject") ?? ""
        guard let person = try person(account, tx) else { return nil }
        let address: String? =
            switch delivery.channel {
            case .sms: delivery.recipient ?? person.number
            case .mail: try delivery.recipient ?? MailAddresses.confirmed(of: account, in: tx)
            }
        guard let address, !address.isEmpty else { return nil }
        return Target(name: person.name, address: address, link: link(subject))
    }
}
