using System.Text;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What a sender says of its file: pairs of a name and a value in Base64, separated by commas.</summary>
internal static class TusMetadata
{
    private const string FileName = "filename";

    /// <summary>The name of the file; null when it is not said or cannot be read.</summary>
    public static string? FileNameOf(string? header)
    {
        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split(' ', 2) is not [FileName, var value])
                continue;
            var bytes = new byte[value.Length];
            return Convert.TryFromBase64String(value, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        }

        return null;
    }

    public static string Of(string fileName) => $"{FileName} {Convert.ToBase64String(Encoding.UTF8.GetBytes(fileName))}";
}
