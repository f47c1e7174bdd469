import './list_skeleton.css';

/** The outlines of rows that are on their way, as high as they will be. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} class="row row-skeleton">
          <span class="avatar avatar-medium bone" />
          <span class="row-name bone" />
          <span class="row-preview bone" />
          <span class="row-meta bone" />
        </div>
      ))}
    </div>
  );
}
