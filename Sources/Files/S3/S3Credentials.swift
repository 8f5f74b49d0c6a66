/// Who we are to an S3-compatible store. However it is printed, the secret stays out of it.
public struct S3Credentials: Sendable, Hashable {
    /// The name of the key; it travels with every request.
    public var accessKey: String
    /// What requests are signed with; it never leaves the program.
    public var secretKey: String

    /// A key and its secret.
    public init(accessKey: String, secretKey: String) {
        self.accessKey = accessKey
        self.secretKey = secretKey
    }
}

extension S3Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name of the key alone.
    public var description: String { accessKey }
    /// The name of the key alone.
    public var debugDescription: String { accessKey }
    /// The name of the key alone.
    public var customMirror: Mirror { Mirror(self, children: ["accessKey": accessKey]) }
}
