using System.Text;
using System.Text.Json;
using CrimeInsight.Data.Keys;

namespace CrimeInsight.Data.Audit;

/// <summary>The file of seals: a JSON object a line, only ever added to. A line that a killed process left unfinished is no seal.</summary>
internal sealed class SealFile(string path)
{
    private const int LongestLine = 4096;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Adds a seal; returns when it is on the disk.</summary>
    public void Append(AuditSeal seal)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var isTorn = IsTorn();
        using var stream = new FileStream(path, PrivateFile.Options(FileMode.Append, FileAccess.Write, FileShare.Read));
        stream.Write(Encoding.UTF8.GetBytes($"{(isTorn ? "\n" : "")}{JsonSerializer.Serialize(seal, s_json)}\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>All seals, the oldest first.</summary>
    public IEnumerable<AuditSeal> Read() => File.Exists(path) ? File.ReadLines(path).Select(Parse).OfType<AuditSeal>() : [];

    /// <summary>The newest seal; null when there is none.</summary>
    public AuditSeal? ReadLast()
    {
        if (!File.Exists(path))
            return null;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-Math.Min(LongestLine, stream.Length), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Select(Parse).OfType<AuditSeal>().LastOrDefault();
    }

    private bool IsTorn()
    {
        if (!File.Exists(path))
            return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.Length == 0)
            return false;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }

    private static AuditSeal? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null
                : JsonSerializer.Deserialize<AuditSeal>(line, s_json) is { Hash: not null, Previous: not null, Signature: not null } seal ? seal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
