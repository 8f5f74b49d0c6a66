import Foundation
import Web

/// The key that signs form tokens, kept beside the database so that open forms survive a restart.
enum FormSecret {
    static func load(from file: URL) throws -> [UInt8] {
        if let known = try? Data(contentsOf: file), known.count >= 32 { return Array(known) }
        let secret = WebSettings.randomSecret()
        let isCreated = FileManager.default.createFile(
            atPath: file.path, contents: Data(secret), attributes: [.posixPermissions: 0o600])
        guard isCreated else { throw CocoaError(.fileWriteNoPermission) }
        return secret
    }
}
