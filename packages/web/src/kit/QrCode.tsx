import { useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code drawn as one path, always dark on white: cameras expect it so, in the dark theme too. `className` gives its size. */
export function QrCode({ text, label, className }: { readonly text: string; readonly label: string; readonly className: string }) {
  const { size, path } = useMemo(() => {
    const { size: modules, data } = encode(text, { ecc: 'M', border: 3 });
    const rows = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: modules, path: rows.join('') };
  }, [text]);
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
