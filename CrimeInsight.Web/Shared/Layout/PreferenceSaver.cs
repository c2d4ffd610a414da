using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Stores display choices for the signed-in person, so that they follow to other devices.</summary>
public sealed partial class PreferenceSaver(IViewerAccessor viewers, IPersonPreferenceStore store, ILogger<PreferenceSaver> logger)
{
    /// <summary>False when it could not be stored; the choice still applies to this browser.</summary>
    public async Task<bool> SaveAsync(PersonPreferences preferences, CancellationToken cancellationToken)
    {
        try
        {
            if (await viewers.GetAsync(cancellationToken) is not { } viewer)
                return false;
            await store.SaveAsync(viewer.PersonId, preferences, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotSaved(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A display preference could not be stored")]
    private partial void LogNotSaved(Exception failure);
}
