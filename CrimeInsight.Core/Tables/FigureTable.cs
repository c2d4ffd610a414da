using System.Collections.Immutable;

namespace CrimeInsight.Core.Tables;

/// <summary>
/// Figures in rows and columns, defined once and shown by everything that shows them: screens, CSV, JSON. It holds typed values and the
/// keys of words; whoever shows it finds the words.
/// </summary>
/// <param name="View">What is shown, for programs and names of files: small letters and hyphens.</param>
public sealed record FigureTable(string View, ImmutableArray<FigureColumn> Columns, ImmutableArray<FigureRow> Rows)
{
    /// <summary>What holds for all rows.</summary>
    public ImmutableArray<FigureFact> Facts { get; init; } = [];

    /// <summary>What must be said beside the figures, such as what is missing from them.</summary>
    public ImmutableArray<TextKey> Notes { get; init; } = [];

    /// <summary>Columns that screens show.</summary>
    public IEnumerable<FigureColumn> OnScreen => Columns.Where(column => column.Use != FigureUse.File);

    /// <summary>The figures of each subject.</summary>
    public static FigureTable Of<T>(string view, ImmutableArray<FigureColumn<T>> columns, IEnumerable<T> subjects) => new(
        view,
        [.. columns.Select(column => column.Column)],
        [.. subjects.Select(subject => new FigureRow([.. columns.Select(column => column.Value(subject))], subject))]);

    /// <summary>Where a column is.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Key == key)
                return i;
        }

        throw new ArgumentException($"The table {View} has no column {key}; it has {string.Join(", ", Columns.Select(column => column.Key))}.", nameof(key));
    }

    /// <summary>Only these columns, in this order, as they are called here.</summary>
    public FigureTable Only(params ReadOnlySpan<FigureColumn> columns)
    {
        ImmutableArray<FigureColumn> kept = [.. columns];
        ImmutableArray<int> from = [.. kept.Select(column => IndexOf(column.Key))];
        return this with { Columns = kept, Rows = [.. Rows.Select(row => row with { Values = [.. from.Select(index => row.Values[index])] })] };
    }
}
