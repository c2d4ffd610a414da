using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>What a file is, from its beginning, middle and end.</summary>
public sealed record FileUnderstanding
{
    public required string Encoding { get; init; }

    /// <summary>It is of another format than text: its encoding and delimiter say nothing of it.</summary>
    public required bool IsConverted { get; init; }

    /// <summary>Numbers of days are counted from 1904.</summary>
    public bool CountsFrom1904 { get; init; }

    public required char Delimiter { get; init; }

    /// <summary>Of the lines looked at that have the most frequent number of columns, 0 … 1.</summary>
    public required double DelimiterShare { get; init; }

    /// <summary>Row of the header, or of its first line, from 1.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>2 where a second line divides what the first names.</summary>
    public required int HeaderRows { get; init; }

    /// <summary>Lines above the header.</summary>
    public required ImmutableArray<string> Titles { get; init; }

    public required ImmutableArray<ColumnUnderstanding> Columns { get; init; }

    /// <summary>Rows looked at, without titles, header and footers.</summary>
    public required long RowsSeen { get; init; }

    /// <summary>Every row was looked at.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Of a large file that cannot be read in places, only so many bytes of its rows, from the first, were read; null: of any other.</summary>
    public long? BytesRead { get; init; }

    /// <summary>Totals, notes and repeated headers among the rows looked at.</summary>
    public required long Footers { get; init; }

    /// <summary>Some of them, as they stand.</summary>
    public required ImmutableArray<string> FooterExamples { get; init; }

    /// <summary>Columns of small whole numbers beside a year or a place and no date: counts, one column each; 0 for a file of cases.</summary>
    public required int CountColumns { get; init; }

    /// <summary>Rows that differ most from the others: other numbers of cells, or many empty ones.</summary>
    public required ImmutableArray<OddRow> Oddest { get; init; }
}
