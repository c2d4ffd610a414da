using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What the suggestion would do if somebody agrees, and which rows are passed over.</summary>
public sealed partial class MapProposals
{
    private string _column = "";
    private string _value = "";
    private bool _leavesOut = true;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required ImportMapping Mapping { get; set; }

    /// <summary>Whose proposals are asked.</summary>
    [Parameter, EditorRequired] public required FileSketch Sketch { get; set; }

    [Parameter] public EventCallback<ImportMapping> OnChange { get; set; }

    // A constant for what is read from the file by now is asked no longer.
    private IReadOnlyList<MappingProposal> Proposals =>
    [
        .. (Sketch.Suggestion.Proposals ?? [])
            .Where(one => one.Kind != ProposalKind.Constant || one.IsIn(Mapping) || !Mapping.Columns.ContainsKey(one.Column)),
    ];

    // Those that no proposal stands for.
    private IReadOnlyList<RowFilter> Filters =>
        [.. Proposals.Aggregate(Mapping, (mapping, proposal) => proposal.Kind == ProposalKind.Constant ? mapping : proposal.NotIn(mapping)).Where ?? []];

    private string WordsOf(MappingProposal proposal) => proposal.Kind switch
    {
        ProposalKind.Constant => Text[nameof(DataRoomText.ProposalConstant), DataRoomWords.Field(proposal.Column), proposal.Value, proposal.Found ?? ""],
        ProposalKind.LeaveOut => Text[nameof(DataRoomText.ProposalLeaveOut), proposal.Column, proposal.Value, Format.Number(proposal.Rows)],
        _ => Text[nameof(DataRoomText.ProposalOnly), proposal.Column, proposal.Value, Format.Number(proposal.Rows)],
    };

    private string WordsOf(RowFilter filter) => filter switch
    {
        { NotIn: { } values } => Text[nameof(DataRoomText.FilterSaysNotIn), filter.Column, string.Join(", ", values)],
        { In: { } values } => Text[nameof(DataRoomText.FilterSaysIn), filter.Column, string.Join(", ", values)],
        _ => Text[nameof(DataRoomText.FilterSaysOther), filter.Column, filter.Pattern ?? ""],
    };

    private ImportMapping Without(RowFilter filter)
    {
        var left = (Mapping.Where ?? []).Where(one => one != filter).ToList();
        return Mapping with { Where = left.Count == 0 ? null : left };
    }

    private Task AddAsync()
    {
        var values = _value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (_column.Length == 0 || values.Length == 0)
            return Task.CompletedTask;
        var filter = _leavesOut ? new RowFilter { Column = _column, NotIn = values } : new RowFilter { Column = _column, In = values };
        _value = "";
        return OnChange.InvokeAsync(Mapping with { Where = [.. Mapping.Where ?? [], filter] });
    }
}
