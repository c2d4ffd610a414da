using System.Security.Cryptography;
using System.Text;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>By what a file of the same form is known again next month: the names of its columns, in any order and spelling of case and signs.</summary>
public static class HeaderFingerprint
{
    public static string Of(IEnumerable<string> header)
    {
        var names = header.Select(HeaderNames.Key).Where(name => name.Length > 0).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));
    }
}
