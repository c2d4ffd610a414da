using System.Collections.Immutable;

namespace CrimeInsight.Benchmarks.Views;

/// <summary>What a view said: rows under a header.</summary>
internal sealed record ViewFigures(ViewKind Kind, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    private const char Between = '\t';

    /// <summary>The value of a row; empty where it is shorter than the header.</summary>
    public string At(int row, int column) => column < Rows[row].Length ? Rows[row][column] : "";

    public async Task SaveAsync(string path, CancellationToken cancellationToken) =>
        await File.WriteAllLinesAsync(path, [Kind.ToString(), Line(Header), .. Rows.Select(Line)], cancellationToken);

    public static async Task<ViewFigures> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return new ViewFigures(
            Enum.Parse<ViewKind>(lines[0]), [.. lines[1].Split(Between)], [.. lines.Skip(2).Select(line => line.Split(Between).ToImmutableArray())]);
    }

    private static string Line(ImmutableArray<string> cells) => string.Join(Between, cells.Select(cell => cell.Replace(Between, ' ').ReplaceLineEndings(" ")));
}
