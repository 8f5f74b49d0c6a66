import Web

/// What is asked for on the desk of messages.
extension Power {
    static let readMessages = Power("message.read", "查看消息的发送情况", .administration)
    static let tendMessages = Power("message.tend", "重新发送没有送到的消息", .system)
    static let writeTemplates = Power("message.write", "修改消息模板", .system)
    static let askPrograms = Power("message.ask", "登记发送消息的系统和领取密钥", .system)
    static let decidePrograms = Power("message.decide", "批准发送消息的系统", .security)
}
