using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>What pages of sources ask for, as the person who is signed in.</summary>
public sealed class SourceServices(SourceDesk desk, IMappingStore mappings, IPeople people, IViewerAccessor viewers, SourceRules rules)
{
    public SourceDesk Desk { get; } = desk;

    public bool HasFolders { get; } = rules.Folder is not null;

    public async Task<Viewer> ViewerAsync(CancellationToken cancellationToken) =>
        await viewers.GetAsync(cancellationToken) ?? throw new UnauthorizedAccessException("Nobody is signed in.");

    public async Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken) =>
        await Desk.ListAsync(await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<SavedMapping>> MappingsAsync(CancellationToken cancellationToken) =>
        await mappings.ListAsync(await ViewerAsync(cancellationToken), cancellationToken);

    /// <summary>Administrators who may own a source: whoever asks, and those they manage.</summary>
    public async Task<IReadOnlyList<ManagedPerson>> OwnersAsync(CancellationToken cancellationToken)
    {
        var viewer = await ViewerAsync(cancellationToken);
        var all = await people.ListAsync(viewer, cancellationToken);
        var admins = all.Where(person => person.Role == PersonRole.Admin);
        return [.. admins.Where(person => person.Id == viewer.PersonId || person is { MayChange: true, State: PersonState.Active })];
    }
}
