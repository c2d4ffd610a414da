using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrimeInsight.Data.Audit;

/// <summary>A row of crime.audit, with what its hash is made of as the database writes it.</summary>
internal sealed record AuditRow
{
    /// <summary>To be selected from crime.audit.</summary>
    public const string Columns = """
        id, extract(epoch FROM at)::text AS epoch, person_id, user_name, action, subject, detail::text AS detail, previous_hash, hash
        """;

    public long Id { get; init; }

    public string Epoch { get; init; } = "";

    public Guid? PersonId { get; init; }

    public string UserName { get; init; } = "";

    public string Action { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Detail { get; init; } = "";

    public byte[] PreviousHash { get; init; } = [];

    public byte[] Hash { get; init; } = [];

    /// <summary>
    /// The hash of the row, as crime.audit_hash defines it, computed without asking that function: whoever rewrites rows can
    /// rewrite functions.
    /// </summary>
    public byte[] ComputeHash()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"[{Id}, ");
        Quote(text, Epoch).Append(", ");
        if (PersonId is { } person)
            Quote(text, person.ToString());
        else
            text.Append("null");
        Quote(text.Append(", "), UserName);
        Quote(text.Append(", "), Action);
        Quote(text.Append(", "), Subject);
        text.Append(", ").Append(Detail).Append(']');
        return SHA256.HashData([.. PreviousHash, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }

    // As PostgreSQL writes strings in jsonb.
    private static StringBuilder Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        return text.Append('"');
    }
}
