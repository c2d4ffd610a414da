namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>Something that needs a look, said on a page of another concern.</summary>
public interface IPageAlarm
{
    /// <summary>Address of the page.</summary>
    string Page { get; }

    /// <returns>Null: all is well.</returns>
    Task<PageAlarmWords?> LookAsync(CancellationToken cancellationToken);
}
