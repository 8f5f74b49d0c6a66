import Jobs
import Refusals

/// The gateway will not take this message, however often it is asked. What it answered is not kept: it may repeat
/// whom the message was for.
struct GatewayRefusal: HopelessFailure, CustomStringConvertible {
    let status: UInt

    /// The status is no personal data, so it is kept with the words.
    var sentence: Sentence {
        Sentence(template: "消息网关不接受这条消息（HTTP \(status)），请核对网关的设置和记录后重新执行。", parameters: [])
    }

    var description: String { "status \(status)" }
}

/// The gateway cannot take messages at the moment.
struct GatewayOutage: TemporaryFailure, CustomStringConvertible {
    let sentence: Sentence
    let retryAfterSeconds = MessageGateway.restSeconds
    let description: String

    init(status: UInt) {
        sentence = Sentence(template: "消息网关暂时不能接收（HTTP \(status)）。", parameters: [])
        description = "status \(status)"
    }

    init(_ error: any Error) {
        self.init("消息网关没有应答。", "\(error)")
    }

    private init(_ sentence: Sentence, _ description: String) {
        (self.sentence, self.description) = (sentence, description)
    }

    /// It failed a moment ago.
    static let resting = GatewayOutage("消息网关刚才没有应答，稍后再试。", "resting after a failure")
}
