using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Cli;

/// <summary>What <c>import</c> was asked for.</summary>
internal sealed record ImportOptions
{
    public const string StandardInput = "-";

    /// <summary>Path, or <see cref="StandardInput"/>.</summary>
    public required string File { get; init; }

    /// <summary>Path of a mapping, or name of one in seed-data/mappings; null for the canonical file.</summary>
    public string? Mapping { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Remove the synthetic cases with the first real one.</summary>
    public bool EndsDemo { get; init; }

    /// <summary>Known cases take on what the file says newly of them.</summary>
    public bool Updates { get; init; }

    public EqualRows? EqualRows { get; init; }

    /// <summary>Why rows are stored although too many are rejected.</summary>
    public string? Override { get; init; }

    /// <summary>Places and months whose cases the file replaces, as <c>IN-TN-568-007:2024-03</c>.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Sign-in name; null: an administrator of the whole country.</summary>
    public string? User { get; init; }

    /// <summary>Where rejected rows go; null: beside the file.</summary>
    public string? Rejects { get; init; }

    public string? Encoding { get; init; }

    public string? Source { get; init; }

    /// <summary>Suggest a mapping instead of importing.</summary>
    public bool IsSuggestion { get; init; }

    /// <summary>File in an archive; null: the only one.</summary>
    public string? Entry { get; init; }

    /// <summary>Sheet of a workbook; null: the only one that holds rows.</summary>
    public string? Sheet { get; init; }

    public bool IsStandardInput => File == StandardInput;

    /// <summary>Name shown to people.</summary>
    public string FileName => IsStandardInput ? "stdin" : Path.GetFileName(File);

    /// <summary>data.csv → data.rejects.csv; null when rows come from standard input and no file was named.</summary>
    public string? RejectsPath => Rejects ?? (IsStandardInput ? null : Path.ChangeExtension(File, ".rejects.csv"));
}
