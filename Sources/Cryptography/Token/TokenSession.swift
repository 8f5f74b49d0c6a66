import CPKCS11
import Foundation

/// An open session with a token through its PKCS #11 library, logged in. One operation at a time: a session of the
/// standard is not shared.
final class TokenSession: @unchecked Sendable {
    let functions: CK_FUNCTION_LIST
    let handle: CK_SESSION_HANDLE
    private let turn = NSLock()

    /// Opens the token with this label.
    init(library path: String, label: String, pin: Secret) throws {
        functions = try Self.functions(of: path)
        var settings = CK_C_INITIALIZE_ARGS()
        settings.flags = CK_FLAGS(CKF_OS_LOCKING_OK)
        let started = functions.C_Initialize?(&settings) ?? CK_RV(CKR_FUNCTION_NOT_SUPPORTED)
        guard [CK_RV(CKR_OK), CK_RV(CKR_CRYPTOKI_ALREADY_INITIALIZED)].contains(started) else {
            throw CryptographyError.token("启动", code: started)
        }
        let slot = try Self.slot(labelled: label, functions)
        var session: CK_SESSION_HANDLE = 0
        let flags = CK_FLAGS(CKF_SERIAL_SESSION | CKF_RW_SESSION)
        try Self.check(functions.C_OpenSession?(slot, flags, nil, nil, &session), "打开会话")
        handle = session
        let entered = pin.withBytes { bytes in
            functions.C_Login?(
                session, CK_USER_TYPE(CKU_USER),
                UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress),
                CK_ULONG(bytes.count))
        }
        guard entered != CK_RV(CKR_USER_ALREADY_LOGGED_IN) else { return }
        try Self.check(entered, "登录")
    }

    deinit { _ = functions.C_CloseSession?(handle) }

    /// Does one operation while nobody else does.
    func exclusively<T>(_ body: () throws -> T) rethrows -> T {
        turn.lock()
        defer { turn.unlock() }
        return try body()
    }

    static func check(_ result: CK_RV?, _ what: String) throws {
        guard let result else {
            throw CryptographyError.token(what, code: UInt(CKR_FUNCTION_NOT_SUPPORTED))
        }
        guard result == CK_RV(CKR_OK) else { throw CryptographyError.token(what, code: UInt(result)) }
    }

    /// The library stays loaded: tokens keep threads and locks of their own.
    private static func functions(of path: String) throws -> CK_FUNCTION_LIST {
        guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL),
            let symbol = dlsym(library, "C_GetFunctionList")
        else { throw CryptographyError.keyring("打不开 PKCS #11 库 \(path)。") }
        typealias Getter =
            @convention(c) (UnsafeMutablePointer<UnsafeMutablePointer<CK_FUNCTION_LIST>?>) -> CK_RV
        var list: UnsafeMutablePointer<CK_FUNCTION_LIST>?
        try check(unsafeBitCast(symbol, to: Getter.self)(&list), "列出功能")
        guard let list else { throw CryptographyError.keyring("\(path) 不是 PKCS #11 库。") }
        return list.pointee
    }

    private static func slot(labelled label: String, _ functions: CK_FUNCTION_LIST) throws -> CK_SLOT_ID {
        var count: CK_ULONG = 0
        try check(functions.C_GetSlotList?(1, nil, &count), "列出插槽")
        var slots = [CK_SLOT_ID](repeating: 0, count: Int(count))
        try check(functions.C_GetSlotList?(1, &slots, &count), "列出插槽")
        let found = slots.prefix(Int(count)).first { slot in
            var information = CK_TOKEN_INFO()
            guard functions.C_GetTokenInfo?(slot, &information) == CK_RV(CKR_OK) else { return false }
            let text = withUnsafeBytes(of: information.label) { String(decoding: $0, as: UTF8.self) }
            return text.prefix { $0 != "\0" }.trimmingCharacters(in: .whitespaces) == label
        }
        guard let found else { throw CryptographyError.keyring("没有名为 \(label) 的密码设备。") }
        return found
    }
}
