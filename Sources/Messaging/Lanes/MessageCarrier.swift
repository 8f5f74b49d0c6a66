/// What is handed over to a carrier.
public struct Dispatch: Sendable, Hashable {
    /// The delivery's id.
    public let id: String
    /// The person's name; empty for whom only an address is known.
    public let name: String
    /// The telephone number or the mail address.
    public let address: String
    /// What it is about; of a mail its subject.
    public let subject: String
    /// What it says.
    public let text: String
    /// Where the person reads more; empty for what a program sends.
    public let link: String
}

/// What a carrier said when it took a message over.
public struct CarrierReceipt: Sendable, Hashable {
    /// What it calls the message; nil when it does not say.
    public let reference: String?
    /// Whether the message is with the person already, so that nothing more is to come.
    public let isDelivered: Bool

    /// A receipt.
    public init(reference: String? = nil, isDelivered: Bool = false) {
        (self.reference, self.isDelivered) = (reference, isDelivered)
    }
}

/// Who takes messages out of the house: a gateway for SMS, a mail server.
public protocol MessageCarrier: Sendable {
    /// A stable name, which the receipts of the carrier come under: `sms-1`.
    var name: String { get }

    /// Hands a message over. The same key is the same message, however often it is sent.
    ///
    /// - Throws: ``CarrierRefusal`` when it will never take it; anything else is an outage.
    func send(_ dispatch: Dispatch, key: String) async throws -> CarrierReceipt

    /// Ends all connections; nothing can be sent afterwards.
    func close() async throws
}

/// The carrier will not take this message, however often it is asked. What it answered is not kept: it may repeat
/// whom the message was for.
public struct CarrierRefusal: Error, Sendable, Hashable {
    /// The status of its protocol; no personal data.
    public let status: Int

    /// A refusal.
    public init(status: Int) { self.status = status }
}

/// The carrier cannot take messages at the moment.
public struct CarrierOutage: Error, Sendable, Hashable {
    /// Why, without personal data.
    public let reason: String

    /// An outage.
    public init(_ reason: String) { self.reason = reason }
}

/// Takes everything and sends nothing: what a demonstration sends by.
public struct SampleCarrier: MessageCarrier {
    /// Its name.
    public let name: String

    /// A carrier that sends nothing.
    public init(name: String) { self.name = name }

    /// Takes it.
    public func send(_ dispatch: Dispatch, key: String) async throws -> CarrierReceipt {
        CarrierReceipt(reference: "sample-\(dispatch.id)", isDelivered: true)
    }

    /// Nothing to end.
    public func close() async throws {}
}
