using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Core.Setup;

namespace CrimeInsight.Web.Features.Setup;

/// <summary>What the guide asks.</summary>
public sealed class SetupServices(ISetupReader reader, IOfficialFigures official, ISettings settings, IViewerAccessor viewers)
{
    public ISettings Settings { get; } = settings;

    public IViewerAccessor Viewers { get; } = viewers;

    /// <summary>Every step as it stands.</summary>
    public async Task<IReadOnlyList<SetupStep>> ReadAsync(CancellationToken cancellationToken)
    {
        var facts = await reader.ReadAsync(cancellationToken);
        var editions = await official.ListAsync(cancellationToken);
        var now = await Settings.GetAsync(cancellationToken);
        return SetupStep.Of(facts, editions.Any(edition => edition.EndedAt is null), now.Values.Any(value => value.ChangedAt is not null));
    }
}
