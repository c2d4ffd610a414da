using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>What a suggestion would do, and does not unless somebody agrees.</summary>
/// <param name="Column">The canonical column of a constant; otherwise a column of the file.</param>
/// <param name="Value">The constant, or what rows hold.</param>
/// <param name="Rows">Of those looked at that hold it; 0 for a constant.</param>
/// <param name="Found">Where a constant was found: a title, or the name of the file or sheet.</param>
public sealed record MappingProposal(
    [property: JsonPropertyName("kind")] ProposalKind Kind,
    [property: JsonPropertyName("column")] string Column,
    [property: JsonPropertyName("value")] string Value,
    [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("found")] string? Found = null)
{
    /// <summary>The mapping does what is proposed.</summary>
    public bool IsIn(ImportMapping mapping) => Kind switch
    {
        ProposalKind.Constant => mapping.Columns.TryGetValue(Column, out var column) && column.Constant == Value,
        ProposalKind.LeaveOut => Filters(mapping).Any(filter => filter.NotIn?.Contains(Value, StringComparer.OrdinalIgnoreCase) == true),
        _ => Filters(mapping).Any(filter => filter.In?.Contains(Value, StringComparer.OrdinalIgnoreCase) == true),
    };

    /// <summary>The mapping with what is proposed.</summary>
    public ImportMapping In(ImportMapping mapping) => IsIn(mapping) ? mapping : Kind switch
    {
        ProposalKind.Constant => mapping with { Columns = mapping.Columns.Append(new(Column, new ColumnMapping { Constant = Value })).ToDictionary() },
        ProposalKind.LeaveOut => mapping with { Where = [.. mapping.Where ?? [], new RowFilter { Column = Column, NotIn = [Value] }] },
        _ => mapping with { Where = [.. mapping.Where ?? [], new RowFilter { Column = Column, In = [Value] }] },
    };

    /// <summary>The mapping without it.</summary>
    public ImportMapping NotIn(ImportMapping mapping)
    {
        if (!IsIn(mapping))
            return mapping;
        if (Kind == ProposalKind.Constant)
            return mapping with { Columns = mapping.Columns.Where(column => column.Key != Column).ToDictionary() };
        var left = (mapping.Where ?? []).Select(filter => IsOfColumn(filter) ? Without(filter) : filter).OfType<RowFilter>().ToList();
        return mapping with { Where = left.Count == 0 ? null : left };
    }

    private IEnumerable<RowFilter> Filters(ImportMapping mapping) => (mapping.Where ?? []).Where(IsOfColumn);

    private bool IsOfColumn(RowFilter filter) => string.Equals(filter.Column, Column, StringComparison.OrdinalIgnoreCase);

    private RowFilter? Without(RowFilter filter)
    {
        var left = filter with { In = Others(filter.In, Kind == ProposalKind.Only), NotIn = Others(filter.NotIn, Kind == ProposalKind.LeaveOut) };
        return left is { In: null, NotIn: null, Pattern: null, IsEmpty: null } ? null : left;
    }

    private IReadOnlyList<string>? Others(IReadOnlyList<string>? values, bool isMeant)
    {
        if (!isMeant || values is null)
            return values;
        string[] others = [.. values.Where(value => !string.Equals(value, Value, StringComparison.OrdinalIgnoreCase))];
        return others.Length == 0 ? null : others;
    }
}
