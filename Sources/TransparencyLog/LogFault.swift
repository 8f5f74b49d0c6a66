import Refusals

/// Why a part of a log cannot be read, or does not prove what it should.
public enum LogFault: Error, Sendable, Hashable {
    /// The leaf is not where the proof says.
    case notIncluded
    /// The proof does not carry the entry that it is about, and nobody has named it.
    case noEntry
    /// The tree did not grow out of the older one.
    case notConsistent
    /// The place lies beyond the end of the tree.
    case outsideTree
    /// The bytes of a tile or of a bundle are too few or too many.
    case malformedTile
    /// An entry is longer than 65,535 bytes.
    case entryTooLong
    /// It is not a signed note.
    case malformedNote
    /// It is not a key of a signer or a verifier.
    case malformedKey
    /// The key is of a kind that we do not know.
    case unknownKeyType
    /// It is not a checkpoint.
    case malformedCheckpoint
    /// It is not a proof file.
    case malformedProof
    /// It is not a request for a cosignature.
    case malformedSubmission
    /// Nobody whom we trust has signed.
    case unsigned
    /// The signature of somebody whom we trust is wrong.
    case wrongSignature(String)
    /// The checkpoint comes from another log.
    case otherOrigin(String)
    /// Fewer witnesses than needed have signed.
    case tooFewWitnesses(Int, needed: Int)

    /// What is wrong, for whoever checks.
    public var sentence: Sentence {
        switch self {
        case .notIncluded: "这条记录不在该检查点所证明的日志中，或者内容已被改动。"
        case .noEntry: "证明里没有它所证明的记录，请连同收件承诺一起提交。"
        case .notConsistent: "新的日志不是在原有日志之后续写的，历史可能被改动。"
        case .outsideTree: "日志中没有这个位置的记录。"
        case .malformedTile: "日志分片的长度不对，无法读取。"
        case .entryTooLong: "这条记录超过 65535 字节，不能写入日志分片。"
        case .malformedNote: "签名文本的格式不对，无法读取。"
        case .malformedKey: "密钥的格式不对，无法读取。"
        case .unknownKeyType: "不支持这种类型的密钥。"
        case .malformedCheckpoint: "检查点的格式不对，无法读取。"
        case .malformedProof: "证明文件的格式不对，无法读取。"
        case .malformedSubmission: "见证请求的格式不对，无法读取。"
        case .unsigned: "没有可信密钥的签名。"
        case .wrongSignature(let name): "\(name) 的签名不正确。"
        case .otherOrigin(let origin): "检查点来自另一份日志：\(origin)。"
        case .tooFewWitnesses(let count, let needed): "只有 \(count) 个见证方签名，至少需要 \(needed) 个。"
        }
    }
}
