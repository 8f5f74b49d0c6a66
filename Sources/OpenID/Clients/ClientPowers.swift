import Web

extension Power {
    /// Looking at the systems that sign their visitors in here.
    static let readClients = Power("client.read", "查看接入系统", .administration)
    /// Proposing such a system, a change to it or its end, and renewing its secret.
    static let askClients = Power("client.ask", "提出接入系统的变动", .system)
    /// Deciding what was proposed.
    static let decideClients = Power("client.decide", "审定接入系统的变动", .security)
    /// Putting new signing keys in the place of the old ones.
    static let rotateSigningKeys = Power("client.rotate_keys", "更换签名密钥", .security)
}
