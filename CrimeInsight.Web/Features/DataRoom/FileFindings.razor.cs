using System.Globalization;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What stands out in a file: what is no row, how dates and places are written, rows unlike the others.</summary>
public sealed partial class FileFindings
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Parameter, EditorRequired] public required FileUnderstanding File { get; set; }

    private IReadOnlyList<string> General => [.. GeneralOf(File)];

    private IReadOnlyList<(string Name, string Finding)> Columns => [.. from column in File.Columns
                                                                        let findings = string.Join("; ", FindingsOf(column))
                                                                        where findings.Length > 0
                                                                        select (column.Name, findings)];

    private IEnumerable<string> GeneralOf(FileUnderstanding file)
    {
        if (file.BytesRead is { } bytes)
            yield return Text[nameof(DataRoomText.FoundBeginning), Words.Size(bytes), Format.Number(file.RowsSeen)];
        else if (!file.IsWhole)
            yield return Text[nameof(DataRoomText.FoundPart), Format.Number(file.RowsSeen)];
        if (file.Titles.Length > 0)
            yield return Text[nameof(DataRoomText.FoundTitles), string.Join(" · ", file.Titles.Where(title => title.Length > 0))];
        if (file.HeaderRow > 1)
            yield return Text[nameof(DataRoomText.FoundHeaderRow), Format.Number(file.HeaderRow)];
        if (file.HeaderRows > 1)
            yield return Text[nameof(DataRoomText.FoundHeaderRows)];
        if (file.Footers > 0)
            yield return Text[nameof(DataRoomText.FoundFooters), Format.Number(file.Footers), string.Join(" · ", file.FooterExamples)];
        if (file.DelimiterShare < 1)
            yield return Text[nameof(DataRoomText.FoundDelimiter), Format.ShareOf(file.DelimiterShare)];
    }

    private IEnumerable<string> FindingsOf(ColumnUnderstanding column)
    {
        var proofs = column.OrderProofs.ToString(CultureInfo.InvariantCulture);
        MappingGround? order = column.Order switch
        {
            DateOrder.DayFirst => new(GroundKind.DayFirst, proofs),
            DateOrder.MonthFirst => new(GroundKind.MonthFirst, proofs),
            DateOrder.Unknown => new(GroundKind.OrderUnknown),
            DateOrder.Mixed => new(GroundKind.OrderMixed),
            _ => null,
        };
        if (order is not null)
            yield return Words.Of(order);
        if (column.Kind == ValueKind.Coordinate)
            yield return Text[nameof(DataRoomText.FoundDegrees)];
        if (column.Kind == ValueKind.Point)
            yield return Words.Of(new MappingGround(GroundKind.ValuesArePoints));
        if (column.Kind == ValueKind.Projected)
            yield return Text[nameof(DataRoomText.FoundProjected)];
        if (column.LegacyFont is { } font)
            yield return Words.Of(new MappingGround(GroundKind.LegacyFont, font));
    }

    private string Odd(OddRow row) => row.Row is { } number
        ? Text[nameof(DataRoomText.FoundOddRow), number.ToString(CultureInfo.InvariantCulture), Format.Number(row.Cells), Format.Number(row.Filled)]
        : Text[nameof(DataRoomText.FoundOddRowInside), Format.Number(row.Cells), Format.Number(row.Filled)];
}
